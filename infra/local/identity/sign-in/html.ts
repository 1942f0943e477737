const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text that can stand anywhere in HTML. */
export const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => entities[character] ?? character);

const style = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; --accent: light-dark(#1d4ed8, #93b4ff); }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: Canvas; color: CanvasText; }
main { width: min(26rem, 90vw); padding: 2rem 0; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; margin: 0 0 .25rem; }
p { margin: .25rem 0 1.25rem; color: color-mix(in srgb, CanvasText 80%, Canvas); }
ul { list-style: none; margin: 0; padding: 0; display: grid; gap: .5rem; }
button { width: 100%; padding: .75rem 1rem; font: inherit; text-align: left; cursor: pointer;
  border: 1px solid color-mix(in srgb, CanvasText 50%, Canvas); border-radius: .5rem;
  background: color-mix(in srgb, CanvasText 4%, Canvas); color: inherit; }
button:hover, button[autofocus] { border-color: var(--accent); }
button:focus-visible { border-color: var(--accent); outline: 2px solid var(--accent); outline-offset: 1px; }
button[name=cancel] { margin-top: 1.5rem; text-align: center; background: none; }
small { display: block; color: color-mix(in srgb, CanvasText 75%, Canvas); }
`;

/** A page of the issuer; `body` is HTML. */
export const page = (title: string, body: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body><main>
${body}
</main></body>
</html>
`;
