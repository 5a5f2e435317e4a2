/** Commands and events over a WebSocket, as both Chromium's DevTools protocol and Firefox's WebDriver BiDi have them. */

export interface Connection {
  /** Sends a command and gives its result; rejects with what the browser answers. */
  send(method: string, params?: object): Promise<Record<string, never>>;
  on(listener: (method: string, params: Record<string, never>) => void): void;
  close(): void;
}

interface Message {
  id?: number;
  method?: string;
  params?: Record<string, never>;
  result?: Record<string, never>;
  error?: unknown;
  message?: string;
}

const PATIENCE = 60_000;

/** Opens a connection to a browser that has just been started. */
export async function connect(address: string): Promise<Connection> {
  const socket = new WebSocket(address);
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve, { once: true });
    socket.addEventListener('error', () => reject(new Error(`no connection to ${address}`)), { once: true });
  });
  const waiting = new Map<number, (message: Message) => void>();
  const listeners: ((method: string, params: Record<string, never>) => void)[] = [];
  socket.addEventListener('message', ({ data }) => {
    const message = JSON.parse(String(data)) as Message;
    if (message.id !== undefined) waiting.get(message.id)?.(message);
    else if (message.method) for (const listener of listeners) listener(message.method, message.params ?? {});
  });
  socket.addEventListener('close', () => {
    for (const answer of waiting.values()) answer({ error: 'the browser closed the connection' });
  });
  let count = 0;
  return {
    send(method, params = {}) {
      if (socket.readyState !== WebSocket.OPEN) return Promise.reject(new Error(`${method}: the browser has ended`));
      const id = ++count;
      socket.send(JSON.stringify({ id, method, params }));
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error(`${method}: no answer in ${PATIENCE / 1000} s`)), PATIENCE);
        waiting.set(id, ({ result, error, message }) => {
          clearTimeout(timer);
          waiting.delete(id);
          if (error === undefined) resolve(result ?? {});
          else reject(new Error(`${method}: ${message ?? JSON.stringify(error)}`));
        });
      });
    },
    on: (listener) => void listeners.push(listener),
    close: () => socket.close(),
  };
}
