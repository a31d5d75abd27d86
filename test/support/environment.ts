import { BroadcastChannel } from 'node:worker_threads'
import type { EnvironmentContext, JestEnvironmentConfig } from '@jest/environment'
import JsdomEnvironment from '@jest/environment-jsdom-abstract'
import * as idb from 'fake-indexeddb'
import * as jsdom from 'jsdom'
import { createBrowserLocks } from './lockManager'

/**
 * jsdom's page with Node's network. jsdom keeps its own Blob, File and AbortController (an `<input type=file>` takes no
 * other kind); what it lacks and MSW needs comes from Node.
 */
class Environment extends JsdomEnvironment {
  constructor(config: JestEnvironmentConfig, context: EnvironmentContext) {
    super(config, context, jsdom)
    Object.assign(this.global, {
      ...nodeOnly(),
      ...createStorage(),
      Request: bridgeRequest(this.global.AbortSignal),
      fetch: bridgeFetch(this.global.AbortSignal),
    })
    completeBlob(this.global.Blob)
    installObjectUrls(this.global.URL)
    installTabs(this.global)
  }

  /** MSW must take its Node side here, although there is a window. */
  override exportConditions(): string[] {
    return ['node', 'node-addons']
  }
}

function nodeOnly() {
  return {
    Headers,
    Response,
    ReadableStream,
    WritableStream,
    TransformStream,
    TextDecoder,
    TextDecoderStream,
    TextEncoder,
    TextEncoderStream,
    CompressionStream,
    DecompressionStream,
    // Arrays and buffers of one realm are not `instanceof` those of the other.
    ArrayBuffer,
    Uint8Array,
    structuredClone,
  }
}

/** IndexedDB in memory; `test/support/screen.ts` gives each test a new one. */
function createStorage() {
  const { IDBCursor, IDBDatabase, IDBFactory, IDBIndex, IDBKeyRange, IDBObjectStore } = idb
  const { IDBRequest, IDBTransaction, IDBVersionChangeEvent } = idb
  const classes = { IDBCursor, IDBDatabase, IDBFactory, IDBIndex, IDBKeyRange, IDBObjectStore }
  return {
    ...classes,
    IDBRequest,
    IDBTransaction,
    IDBVersionChangeEvent,
    indexedDB: new IDBFactory(),
  }
}

/** Locks and channels between tabs. `endPage()` is what a browser does to them when a page goes away. */
function installTabs(global: Window & typeof globalThis): void {
  const browserLocks = createBrowserLocks()
  let locks = browserLocks.openPage()
  const channels = new Set<BroadcastChannel>()
  class PageChannel extends BroadcastChannel {
    constructor(name: string) {
      super(name)
      // Sessions outlive a test, and their channels are never closed: Jest must come to its end all the same.
      this.unref()
      channels.add(this)
    }
    override postMessage(message: unknown): void {
      // A page that is gone says nothing.
      if (channels.has(this)) super.postMessage(message)
    }
  }
  Object.defineProperty(global.navigator, 'locks', { get: () => locks, configurable: true })
  Object.assign(global, {
    BroadcastChannel: PageChannel,
    endPage: () => {
      locks.end()
      locks = browserLocks.openPage()
      for (const channel of channels) channel.close()
      channels.clear()
    },
  })
}

type Init = RequestInit | undefined

/** Node's fetch refuses an AbortSignal of jsdom: it gets one of its own, tied to that. */
function bridgeSignal(init: Init, JsdomSignal: typeof AbortSignal): Init {
  const signal = init?.signal
  if (!init || !signal || !(signal instanceof JsdomSignal)) return init
  const controller = new AbortController()
  const abort = () => controller.abort(signal.reason)
  if (signal.aborted) abort()
  else signal.addEventListener('abort', abort, { once: true })
  return { ...init, signal: controller.signal }
}

function bridgeRequest(JsdomSignal: typeof AbortSignal): typeof Request {
  return class extends Request {
    constructor(input: RequestInfo | URL, init?: RequestInit) {
      super(input, bridgeSignal(init, JsdomSignal))
    }
  }
}

function bridgeFetch(JsdomSignal: typeof AbortSignal): typeof fetch {
  return (input, init) => fetch(input, bridgeSignal(init, JsdomSignal))
}

/** Node's Blob can be streamed, jsdom's cannot. */
function completeBlob(JsdomBlob: typeof Blob): void {
  Object.assign(JsdomBlob.prototype, {
    stream(this: Blob) {
      return new ReadableStream({
        start: async (controller) => {
          const bytes = new Uint8Array(await this.arrayBuffer())
          if (bytes.length > 0) controller.enqueue(bytes)
          controller.close()
        },
      })
    },
  })
}

/** `blob:` addresses, so that a test can read what a download link points at: `URL.blobs.get(href)`. */
function installObjectUrls(JsdomUrl: typeof URL): void {
  const blobs = new Map<string, Blob>()
  let count = 0
  Object.assign(JsdomUrl, {
    blobs,
    createObjectURL(blob: Blob) {
      const url = `blob:http://localhost/${++count}`
      blobs.set(url, blob)
      return url
    },
    // Kept in the map: a page revokes as soon as the click is done, and a test reads after that.
    revokeObjectURL() {},
  })
}

// Jest asks for the default export.
export default Environment
