/** For a test: none hangs for ever. All take seconds; a machine that is busy with something else takes longer. */
export const limit = { timeout: 60_000 };

/** Waits for a condition; fails when it takes longer than the deadline. */
export async function until(what: string, withinMs: number, condition: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + withinMs;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`Waited ${withinMs} ms in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
