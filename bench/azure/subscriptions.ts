/** Subscription of the storage account. */
export const SUBSCRIPTION = "11111111-2222-3333-4444-555555555555";

/** Subscriptions with placeholder IDs, by name. */
export function subscriptionsOf(count: number): Record<string, string> {
  const numbers = Array.from({ length: count }, (_, index) => String(index));
  return Object.fromEntries(
    numbers.map((number) => [`s${number}`, `00000000-0000-0000-0000-${number.padStart(12, "0")}`]),
  );
}
