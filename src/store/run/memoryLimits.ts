/** What holds in a browser that keeps no record of a run: little enough to be looked up by hand, and never far behind. */
export const memoryLimits = { mostRequests: 500, downloadEach: 100 } as const
