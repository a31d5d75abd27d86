/**
 * Members in which real servers put the sentence, the plainest first: Increff, Spring, OAuth 2, RFC 9457, JSON:API,
 * SOAP as JSON, Vendure.
 */
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
  'defaultMessage',
  'errorText',
  'value',
] as const
/**
 * Members that often hold no more than the status name or an echo of the request. They count where no member above has
 * a text.
 */
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
/**
 * Members that wrap a message, once or twice: `{ error: { code, message } }`, `{ errors: [{ detail }] }`, `{ fault: {
 * faultstring } }`.
 */
export const WRAPPERS = [
  'error',
  'errors',
  'userErrors',
  'fault',
  'faults',
  'exception',
  'failures',
  'violations',
  'validationErrors',
  'errorMessages',
  'errorList',
  'responseStatus',
  'cause',
  'header',
  'meta',
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
