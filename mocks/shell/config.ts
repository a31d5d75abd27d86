/** `/config.json`, read at run time: a deployment moves the plugin without a new build of the shell. */
export interface ShellConfig {
  /** Address of the plugin's files: `http://localhost:4001`. */
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
