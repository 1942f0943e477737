import { expect, test } from "vitest";
import { findSecrets } from "../../../shared/secrets/find-secrets.ts";
import { mask } from "../../../shared/secrets/secret-hit.ts";
import { base64, capitals, drawn, hex } from "./drawn-text.ts";

const key = `${drawn(86, base64)}==`;
const sas = `sv=2022-11-02&ss=b&se=2027-01-01&sig=${drawn(43)}%3D`;
const guid = "0f8fad5b-d9cb-469f-a165-70867728950e";

const positives: [string, string][] = [
  [
    "azure-account-key",
    `DefaultEndpointsProtocol=https;AccountName=a;AccountKey=${key};EndpointSuffix=core`,
  ],
  [
    "azure-account-key",
    JSON.stringify({ connection: `AccountKey=${key}` }).replaceAll("=", "\\u003d"),
  ],
  ["azure-account-key", `accountkey = ${key}`],
  [
    "azure-shared-access-key",
    `Endpoint=sb://a.servicebus.example/;SharedAccessKeyName=r;SharedAccessKey=${drawn(43, base64)}=`,
  ],
  ["azure-sas", `https://a.blob.core.windows.net/c/f.sh?${sas}`],
  ["azure-sas", `"https://a.blob.core.windows.net/c/f.sh?${sas.replaceAll("&", "\\u0026")}"`],
  ["azure-sas", `https://x/y?sig=${drawn(43)}%3D&se=1767225600&skn=root`],
  ["entra-client-secret", `value: ${drawn(3)}8Q~${drawn(34)}`],
  ["azure-signed-key", `key: ${drawn(76, base64)}+ASt${drawn(6)}==`],
  ["azure-ai-key", `x ${drawn(52)}JQQJ99${drawn(27)} y`],
  ["azure-devops-token", `x ${drawn(76)}AZDO${drawn(4)} y`],
  ["azure-function-key", `https://app.azurewebsites.net/api/run?code=${drawn(54)}==`],
  ["azure-redis-key", `a.redis.example:6380,password=${drawn(43, base64)}=,ssl=True`],
  ["client-secret", `ARM_CLIENT_SECRET=${drawn(32)}`],
  ["client-secret", `"clientSecret": "${drawn(24)}"`],
  [
    "connection-string-password",
    `Server=tcp:db,1433;User ID=app;Password=${drawn(12)}!;Encrypt=True`,
  ],
  ["azure-login-password", `az login --service-principal -u app -p ${drawn(20)}~ --tenant x`],
  ["storage-key-argument", `az storage blob upload --account-key ${key}`],
  ["private-key", `-----BEGIN RSA PRIVATE KEY-----\n${drawn(64, base64)}\n`],
  ["private-key", `"-----BEGIN PRIVATE KEY-----\\n${drawn(64, base64)}\\n`],
  [
    "private-key",
    `-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,${drawn(32, hex)}\n\n${drawn(64, base64)}\n`,
  ],
  ["private-key", `-----BEGIN OPENSSH PRIVATE KEY-----\r\n${drawn(70, base64)}\r\n`],
  ["private-key", `-----BEGIN PGP PRIVATE KEY BLOCK-----\n\n${drawn(64, base64)}\n`],
  ["json-web-token", `eyJ${drawn(20)}.eyJ${drawn(40)}.${drawn(43)}`],
  ["aws-access-key-id", `AKIA${drawn(16, capitals)}`],
  ["aws-secret-access-key", `aws_secret_access_key = ${drawn(40, base64)}`],
  ["github-token", `token gh${"p"}_${drawn(36)}`],
  ["github-fine-grained-token", `github_${"pat"}_${drawn(22)}_${drawn(59)}`],
  ["gitlab-token", `gl${"pat"}-${drawn(20)}`],
  ["slack-token", `xox${"b"}-1234567890-${drawn(24)}`],
  ["slack-webhook", `https://hooks.slack.com/services/T${drawn(8)}/B${drawn(8)}/${drawn(24)}`],
  ["npm-token", `npm${"_"}${drawn(36)}`],
  ["npm-auth", `//registry.example/:_authToken=${drawn(30)}`],
  ["google-api-key", `AIza${drawn(35)}`],
  ["stripe-key", `sk_${"live"}_${drawn(24)}`],
  ["sendgrid-key", `SG.${drawn(22)}.${drawn(43)}`],
  ["docker-token", `dckr_${"pat"}_${drawn(27)}`],
  ["pypi-token", `pypi-AgE${drawn(80)}`],
  ["hashicorp-vault-token", `hvs.${drawn(40)}`],
  ["url-credentials", `git clone https://builder:${drawn(12)}@git.example/x.git`],
  ["url-credentials", `redis://:${drawn(12)}@cache.example:6379`],
  ["authorization-header", `curl -H "Authorization: Bearer ${drawn(40)}"`],
  ["plain-secure-string", `ConvertTo-SecureString "P0stgres!Admin" -AsPlainText -Force`],
  ["curl-credentials", `curl -fsSL -u builder:${drawn(12)} https://x`],
  ["sshpass-password", `sshpass -p '${drawn(12)}' ssh host`],
  ["chpasswd-password", `echo "root:${drawn(10)}!" | chpasswd`],
  ["registry-auth", `{"auths":{"r.example":{"auth":"${drawn(28)}"}}}`],
  ["assigned-secret", `DB_PASSWORD="Tr0ub4dor&3x"`],
];

test.each(positives)("found: %s in %s", async (id, text) => {
  const hits = await findSecrets(`first line\n${text}\nlast line`, false);
  expect(hits.map(({ pattern }) => pattern.id)).toContain(id);
});

test.each([
  ["a key of zeros", `AccountKey=${"0".repeat(86)}==`],
  [
    "the emulator's key, which is public",
    `AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==`,
  ],
  ["a key to be filled in", `AccountKey=<your-storage-account-key-goes-here-00000000000>`],
  [
    "an expression",
    `"[concat('AccountKey=', listKeys(variables('id'), '2022-09-01').keys[0].value)]"`,
  ],
  ["a sig that is no signature", `"sig=${drawn(43)}"`],
  ["the ask for a SAS token", `"_artifactsLocationSasToken": { "type": "securestring" }`],
  ["a stand-in for a private key", "-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----"],
  ["a public key", `-----BEGIN PUBLIC KEY-----\n${drawn(64, base64)}\n`],
  ["a certificate", `-----BEGIN CERTIFICATE-----\n${drawn(64, base64)}\n`],
  ["a documented AWS key", "AKIAIOSFODNN7EXAMPLE"],
  ["a password from the environment", `DB_PASSWORD="$DB_PASSWORD"; export PASSWORD="\${1}"`],
  ["a password from a parameter", `password = "[parameters('adminPassword')]"`],
  ["a password from a template language", `password: "{{ vault_password }}"`],
  [
    "credentials in an address by variables",
    `https://$USER:$PASS@git.example and https://\${U}:\${P}@git.example`,
  ],
  ["an address with a port", "https://host.example:8443/path@2"],
  ["an address with a person in its path", "https://example.com:443/a, b@example.com"],
  ["a client secret by reference", `clientSecret: process.env.CLIENT_SECRET_FROM_VAULT`],
  ["a client secret by name", `"clientSecretName": "my-application-secret"`],
  ["a header by variable", `curl -H "Authorization: Bearer $TOKEN" -u "$USER:$PASSWORD" https://x`],
  ["a GUID", `"tenantId": "${guid}", "secretId": "${guid}"`],
  ["a hash", `sha256:${drawn(64, hex)}`],
  [
    "a schema",
    `"$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#"`,
  ],
  ["a label", `passwordLabel: "Confirm your password"; password = "Enter a password"`],
  ["a name", `secret = "my-application-secret"; token: 'access-token-name'`],
  ["a rule of a password", `"regex": "^(?=.*[A-Z])(?=.*[0-9]).{12,72}$"`],
  ["a variable in PowerShell", `ConvertTo-SecureString "$password" -AsPlainText -Force`],
])("not taken for a secret: %s", async (_, text) => {
  expect(await findSecrets(`first line\n${text}\nlast line`, false)).toEqual([]);
});

test("a place is reported once, by what says most", async () => {
  const hits = await findSecrets(`password = "AccountKey=${key}"`, false);
  expect(hits.map(({ pattern }) => pattern.id)).toEqual(["azure-account-key"]);
});

test("a token is found once wherever in a text full of its words it stands", async () => {
  const token = `gsk${"_"}${drawn(52)}`;
  const word = "see gsk_ \n";
  for (let at = 6500; at < 6580; at += 3) {
    const text = `${word.repeat(at)}${token}\n${word.repeat(9000)}`;
    const hits = await findSecrets(text, false);
    expect(hits).toMatchObject([{ at: at * word.length, length: token.length }]);
  }
});

test("evidence shows three characters at most, and one of a short password", () => {
  expect(mask(key)).toBe(`${key.slice(0, 3)}… (88 characters)`);
  expect(mask("Secret12")).toBe("S… (8 characters)");
});

test("hostile text takes no time to speak of", async () => {
  const texts = [
    "a",
    "password=",
    "A://",
    "Server=x;",
    "-----BEGIN PRIVATE KEY-----",
    "x_",
    "sig=sv=",
    "aws secret ",
    "eyJ",
    "curl -u a ",
    "ghs_1_",
    "mongodb://a:b",
    "SG.a",
    "@",
  ];
  for (const text of texts) {
    const start = performance.now();
    await findSecrets(text.repeat(300_000 / text.length), false);
    expect(performance.now() - start).toBeLessThan(3000);
  }
});
