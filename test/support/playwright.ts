import asyncHooks from 'node:async_hooks';
import { createRequire } from 'node:module';

/**
 * Playwright notes on whose behalf each of its calls is made. The storage that it uses makes Node follow every promise
 * of the process from the first call on, those of the server under test as well. What holds until the first await is
 * enough for its messages.
 */
class UntilAwait<T> {
  #store: T | undefined;

  getStore(): T | undefined {
    return this.#store;
  }

  run<R>(store: T, work: () => R): R {
    const before = this.#store;
    this.#store = store;
    try {
      return work();
    } finally {
      this.#store = before;
    }
  }
}

export const { chromium } = loadWith(UntilAwait);

function loadWith(storage: unknown): typeof import('playwright-core') {
  const hooks: { AsyncLocalStorage: unknown } = asyncHooks;
  const before = hooks.AsyncLocalStorage;
  hooks.AsyncLocalStorage = storage;
  try {
    return createRequire(import.meta.url)('playwright-core');
  } finally {
    hooks.AsyncLocalStorage = before;
  }
}
