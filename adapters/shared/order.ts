/** Work in order for one key, and at the same time for different ones. */

export interface Order {
  /**
   * Starts `task` when all that was given before for this key has ended. `task` must not reject.
   * @returns resolves when the task has ended
   */
  run(key: string, task: () => Promise<void>): Promise<void>
  /** Resolves when nothing is waiting or under way. */
  idle(): Promise<void>
}

/** An order in which nothing waits yet. */
export function createOrder(): Order {
  const last = new Map<string, Promise<void>>()
  return {
    run(key, task) {
      const done = (last.get(key) ?? Promise.resolve()).then(task).finally(() => {
        if (last.get(key) === done) last.delete(key)
      })
      last.set(key, done)
      return done
    },
    async idle() {
      while (last.size > 0) await Promise.all(last.values())
    },
  }
}
