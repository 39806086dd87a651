import { readdirSync, readFileSync } from 'node:fs';

/** What a process holds that is its own, in megabytes: neither the browser's program nor files. Linux only. */
function ownMegabytes(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const kilobytes = (name: string) =>
      Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? 0);
    return (kilobytes('RssAnon') + kilobytes('RssShmem')) / 1024;
  } catch {
    // The process has ended.
    return 0;
  }
}

/** Processes below one, with their command lines. */
function below(parent: number): readonly { readonly pid: number; readonly command: string }[] {
  const all = readdirSync('/proc').flatMap((name) => {
    const pid = Number(name);
    if (!Number.isInteger(pid)) return [];
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ');
      return [
        { pid, parent: Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]), command },
      ];
    } catch {
      return [];
    }
  });
  const found = new Set([parent]);
  for (let before = 0; before !== found.size; ) {
    before = found.size;
    for (const one of all) if (found.has(one.parent)) found.add(one.pid);
  }
  return all.filter(({ pid }) => pid !== parent && found.has(pid));
}

/** Seconds of a processor that a process has used. */
function processorSeconds(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [user, system] = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .slice(11, 13);
    // A hundredth of a second each on every Linux that browsers run on.
    return (Number(user) + Number(system)) / 100;
  } catch {
    // The process has ended.
    return 0;
  }
}

/** Watches a browser's processes. */
export interface Watch {
  /**
   * The most that the largest process that draws the extension's pages (workers included) has held since the last
   * call, in megabytes, and the seconds of a processor that all processes of the browser have used since.
   */
  take(): { readonly megabytes: number; readonly processor: number };
  stop(): void;
}

/** Looks four times a second at the processes below the browser's. */
export function watchBrowser(browserPid: number): Watch {
  let most = 0;
  let used = 0;
  const look = () => {
    for (const { pid, command } of below(browserPid)) {
      if (command.includes('--type=renderer') && command.includes('--extension-process'))
        most = Math.max(most, ownMegabytes(pid));
    }
  };
  const timer = setInterval(look, 250);
  return {
    take() {
      look();
      const megabytes = most;
      most = 0;
      const pids = [browserPid, ...below(browserPid).map(({ pid }) => pid)];
      const now = pids.reduce((sum, pid) => sum + processorSeconds(pid), 0);
      const processor = now - used;
      used = now;
      return { megabytes, processor };
    },
    stop: () => clearInterval(timer),
  };
}
