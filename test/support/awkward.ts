/** What a host may throw, or hand over, that breaks whoever looks at it without care. */
export const awkwardValues: readonly (readonly [name: string, create: () => unknown])[] = [
  ['an error', () => new Error('no such service')],
  ['an error whose message is a symbol', () => withMessage({ value: Symbol('no text') })],
  ['an error whose message throws', () => withMessage({ get: fail })],
  [
    'an error whose message is an object without prototype',
    () => withMessage({ value: Object.create(null) }),
  ],
  ['an error whose message throws when it becomes text', () => withMessage({ value: { toString: fail } })],
  ['an error whose message is a number too large', () => withMessage({ value: 10n })],
  ['an error without prototype', () => Object.setPrototypeOf(new Error('no such service'), null) as unknown],
  ['an object without prototype', () => Object.create(null) as unknown],
  ['a proxy that throws on everything', createHostileProxy],
  ['a proxy that was revoked', createRevokedProxy],
  ['an object that throws when it becomes text', () => ({ toString: fail, [Symbol.toPrimitive]: fail })],
  ['an object that throws when it becomes JSON', () => ({ toJSON: fail })],
  ['a function', () => fail],
  ['a symbol', () => Symbol('no text')],
  ['a number too large', () => 10n],
  ['text', () => 'no such service'],
  ['null', () => null],
  ['undefined', () => undefined],
]

/** Throws what no reader of errors is ready for. */
export function fail(): never {
  throw Object.create(null)
}

function withMessage(member: PropertyDescriptor): Error {
  return Object.defineProperty(new Error('x'), 'message', member)
}

/** Whatever is asked of it, it throws itself. */
export function createHostileProxy(): object {
  const proxy: object = new Proxy(
    {},
    new Proxy(
      {},
      {
        get: () => () => {
          // oxlint-disable-next-line typescript/only-throw-error -- what a host throws need not be an error
          throw proxy
        },
      },
    ),
  )
  return proxy
}

export function createRevokedProxy(): object {
  const { proxy, revoke } = Proxy.revocable({}, {})
  revoke()
  return proxy
}
