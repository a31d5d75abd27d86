/** Any object, its members unknown. */
export type Shape = Readonly<Record<string, unknown>>

/** Whether a value is an object. */
export const isShape = (value: unknown): value is Shape => typeof value === 'object' && value !== null

/** Whether a value is a text that is not empty. */
export const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''
