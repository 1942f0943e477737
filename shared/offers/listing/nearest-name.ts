const longest = 60;

/** How many single letters have to be put in, taken out or replaced to get from one to the other. */
function editsBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, "");

const distance = (said: string, known: string): number => {
  const [a, b] = [plain(said), plain(known)];
  // "analytics" means "analytics-azure-apps"; one letter worse than the same word.
  return a.length >= 3 && b.startsWith(a) ? Math.min(1, b.length - a.length) : editsBetween(a, b);
};

/** The known name somebody probably meant, if one is near enough: case, dashes and a third of the letters may differ. */
export function nearestName(said: string, known: readonly string[]): string | undefined {
  if (said.length > longest) return undefined;
  const ranked = known
    .map((name) => ({ name, edits: distance(said, name) }))
    .sort((a, b) => a.edits - b.edits);
  const best = ranked[0];
  return best && best.edits <= Math.max(1, plain(said).length / 3) ? best.name : undefined;
}
