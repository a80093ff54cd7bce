/** Type token of a component of this project: `logicapp-keyvault-secrets:<folder>:<Class>`. It is contract. */
export function projectType(folder: string, className: string): string {
  return `logicapp-keyvault-secrets:${folder}:${className}`;
}
