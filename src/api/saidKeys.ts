/** Where real servers put the sentence, the plainest first: Increff, Spring, OAuth 2, RFC 9457, JSON:API, SOAP as JSON, Vendure. */
export const MESSAGE_KEYS = [
  'message',
  'errorMessage',
  'error_message',
  'errorMsg',
  'errmsg',
  'msg',
  'detail',
  'error_description',
  'errorDescription',
  'errorDetail',
  'transitionError',
  'faultstring',
  'faultString',
  'statusMessage',
  'responseMessage',
  'resultMessage',
  'userMessage',
  'failureReason',
  'errorText',
  'value',
] as const
/** Often no more than the name of the status or an echo of the request: heard only where nothing above speaks. */
export const POORER_KEYS = ['error', 'reason', 'errors', 'details', 'title', 'text'] as const
export const CODE_KEYS = [
  'code',
  'errorCode',
  'error_code',
  'errcode',
  'errorcode',
  'faultcode',
  'faultCode',
  'errorType',
] as const
/** Wrapped once or twice, as servers do: `{ error: { code, message } }`, `{ errors: [{ detail }] }`, `{ fault: { faultstring } }`. */
export const WRAPPERS = [
  'error',
  'errors',
  'userErrors',
  'fault',
  'Fault',
  'message',
  'detail',
  'status',
  'response',
  'data',
  'result',
  'body',
  'extensions',
  'base',
  'o:errorDetails',
] as const
