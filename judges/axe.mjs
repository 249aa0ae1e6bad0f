export const name = "axe";
export async function judge() {}
