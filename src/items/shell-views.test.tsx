// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { showBeside } from './item-fixtures.tsx';

afterEach(cleanup);

const ESC = '\u001b';
/** The text of each entry of the terminal. */
function entries(): readonly (string | null)[] {
  return screen
    .getAllByRole('list')
    .flatMap((list) => within(list).getAllByRole('listitem'))
    .map((entry) => entry.textContent);
}

const CALL = {
  type: 'shell_call',
  call_id: 'call_1',
  action: { commands: ['df -h', 'du -x | sort'], timeout_ms: 5000, max_output_length: 4096 },
  environment: { type: 'container_reference', container_id: 'cntr_7' },
};
const EXIT_0 = { type: 'exit', exit_code: 0 };

describe('shell_call', () => {
  it('has a block per command, and says where they run and within which limits', () => {
    const container = showBeside(CALL);
    expect(entries()).toEqual(['$df -h', '$du -x | sort']);
    for (const words of ['hosted container', 'cntr_7', 'time limit 5 s', 'output limit 4,096 characters', 'call_1']) {
      expect(container.textContent).toContain(words);
    }
    expect(screen.queryByRole('region', { name: 'Other fields' })).toBeNull();
  });

  it('says how each command ended, once its output is known', () => {
    showBeside(CALL, { type: 'shell_call_output', output: [{ outcome: EXIT_0 }, { outcome: { type: 'timeout' } }] });
    expect(entries()).toEqual(['$df -hexit 0', '$du -x | sorttimeout after 5 s']);
  });

  it('says what was left open, and keeps what it cannot read', () => {
    const container = showBeside({
      type: 'shell_call',
      action: { commands: [7], timeout_ms: null, max_output_length: 'lots', shell: 'fish' },
      environment: null,
      created_by: 'agent_2',
    });
    expect(entries()).toEqual(['$7']);
    for (const words of ['no time limit', 'lots', 'fish', 'environment not named', 'agent_2'])
      expect(container.textContent).toContain(words);
  });
});

describe('shell_call_output', () => {
  it('pairs each output with its command by place: streams, exit code or time-out', () => {
    showBeside(
      {
        type: 'shell_call_output',
        max_output_length: 4096,
        output: [
          { stdout: 'ok\n', stderr: 'warned\n', outcome: { type: 'exit', exit_code: 127 } },
          { stdout: '', stderr: '', outcome: { type: 'timeout' } },
        ],
      },
      CALL,
    );
    expect(entries()).toEqual(['$df -hexit 127, command not foundok\nstderrwarned\n', '$du -x | sorttimeout after 5 s(no output)']);
    expect(screen.getByRole('group', { name: 'stderr of command 1' }).textContent).toBe('warned\n');
  });

  it('names commands without output and outputs without a command, and warns where output reached its limit', () => {
    const container = showBeside({ type: 'shell_call_output', output: [{ stdout: 'abcd', outcome: EXIT_0 }], max_output_length: 4 }, CALL);
    expect(entries()[1]).toContain('no output was sent for this command');
    expect(container.textContent).toContain('reached the limit of the output');
    cleanup();
    showBeside({ type: 'shell_call_output', output: [{ stdout: 'a', outcome: { type: 'signal', name: 'KILL' } }, 'odd'] });
    expect(entries()[0]).toContain('output 1; its command is not known here');
    expect(entries()[0]).toContain('KILL');
    expect(entries()[1]).toContain('odd');
  });

  it('colours escapes, follows none of them, and has the source one click away', () => {
    const stdout = `${ESC}[31mred${ESC}[0m ${ESC}]8;;javascript:alert(1)${ESC}\\link${ESC}]8;;${ESC}\\\n1%\r100%`;
    const container = showBeside({ type: 'shell_call_output', output: [{ stdout, stderr: '', outcome: EXIT_0 }] });
    const output = () => screen.getByRole('group', { name: 'stdout of command 1' });
    expect(output().textContent).toBe('red ⟨link to javascript:alert(1)⟩link\n100%');
    expect(within(output()).getByText('red').style.color).toBe('var(--error)');
    expect(container.querySelector('a[href^="javascript"]')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Source' }));
    expect(output().textContent).toBe('⟨ESC⟩[31mred⟨ESC⟩[0m ⟨ESC⟩]8;;javascript:alert(1)⟨ESC⟩\\link⟨ESC⟩]8;;⟨ESC⟩\\\n1%\r100%');
  });
});

const LOCAL_CALL = {
  type: 'local_shell_call',
  call_id: 'call_2',
  action: {
    type: 'exec',
    command: ['psql', '-c', 'select 1'],
    env: { PGHOST: '/run/pg' },
    timeout_ms: 8000,
    user: 'postgres',
    working_directory: '/var/lib',
  },
};

describe('local_shell_call', () => {
  it('joins the words as a shell would read them, with user, folder, variables and limit', () => {
    const container = showBeside(LOCAL_CALL);
    expect(entries()).toEqual(["postgres:/var/lib $psql -c 'select 1'"]);
    expect(screen.getByRole('table', { name: 'Environment variables' }).textContent).toContain('PGHOST/run/pg');
    expect(container.textContent).toContain('time limit 8 s');
    cleanup();
    const script = showBeside({ type: 'local_shell_call', action: { command: ['bash', '-lc', `echo "it's $HOME"`] } });
    expect(entries()).toEqual([`$echo "it's $HOME"`]);
    expect(script.textContent).toContain('run bybash -lc');
  });
});

describe('local_shell_call_output', () => {
  it('reads JSON in a string: streams, exit code, and whatever else it says', () => {
    const output = JSON.stringify({ stdout: '1 row\n', stderr: 'slow', exit_code: 3, duration_ms: 12 });
    showBeside({ type: 'local_shell_call_output', id: 'lsh_1', output }, LOCAL_CALL);
    const [entry] = entries();
    expect(entry).toContain("postgres:/var/lib $psql -c 'select 1'exit 31 row");
    expect(entry).toContain('stderrslow');
    expect(entry).toContain('duration_ms12');
  });

  it('reads one output with metadata, and a time-out', () => {
    showBeside({ type: 'local_shell_call_output', output: '{"output":"done","metadata":{"exit_code":0},"timed_out":true}' }, LOCAL_CALL);
    expect(entries()[0]).toContain('exit 0timeout after 8 sdone');
  });

  it('shows text as text and other JSON as JSON', () => {
    showBeside({ type: 'local_shell_call_output', output: `${ESC}[1mplain${ESC}[0m` });
    expect(entries()).toEqual([expect.stringContaining('plain')]);
    cleanup();
    const container = showBeside({ type: 'local_shell_call_output', output: '{"rows":3}' });
    expect(container.querySelector('pre')?.textContent).toBe('{\n  "rows": 3\n}');
  });
});
