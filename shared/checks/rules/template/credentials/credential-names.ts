/** Names of passwords in any spelling, and of keys, secrets and tokens that say whose they are. */
const credential =
  /(?:password|passwd|passphrase|pwd|sas[_-]?token)$|^secret$|(?:client|app|application|shared|principal|account|access|api|private|auth|storage|webhook|license|encryption|secret|bearer|bot)[_-]?(?:secret|key|token)$/i;
const word = /(?:password|passwd|passphrase|pwd|secret)$/i;

/** Whether a property of this name holds something that only few may know. */
export function isCredentialName(name: string): boolean {
  return credential.test(name);
}

/** Whether the one who deploys chooses it, so that a generator may stand in for him. */
export function isPasswordName(name: string): boolean {
  return word.test(name);
}
