/** What the shell is told at run time, by `/config.json`: a deployment moves the plugin without building the shell anew. */
export interface ShellConfig {
  /** Where the plugin's files stand: `http://localhost:4001`. */
  readonly remote: string
  /** Base URL of the OMS: `http://localhost:4002/api/oms/`. */
  readonly oms: string
  /** Calls a minute handed to the plugin; absent: its own default. */
  readonly callsPerMinute?: number
  /** Sheets to try, offered on the dashboard. */
  readonly sheets: readonly ShellSheet[]
}

export interface ShellSheet {
  readonly fileName: string
  readonly text: string
}
