/** Tasks that run one after the other, in the order in which they were added. */
export interface TaskQueue {
  /** Resolves or rejects with the task. A task that fails does not hold up the next one. */
  add(task: () => Promise<void>): Promise<void>
}

export function createTaskQueue(): TaskQueue {
  let last = Promise.resolve()
  return {
    add: (task) => {
      const turn = last.then(task)
      last = turn.catch(() => undefined)
      return turn
    },
  }
}
