import { connect } from 'node:net';

/** Whether the Redis of this process number is ready at a port: another may have the port. */
export function answersPing(port: number, pid: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let text = '';
    const done = (answer: boolean): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(1000, () => done(false));
    socket.on('connect', () => socket.write('PING\r\nINFO server\r\n'));
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1');
      if (text.startsWith('-')) done(false);
      const found = /process_id:(\d+)/.exec(text);
      if (found) done(text.startsWith('+PONG') && Number(found[1]) === pid);
    });
    socket.on('error', () => done(false));
    socket.on('close', () => done(false));
  });
}
