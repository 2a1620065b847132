import { BookOpen, Globe, TextSearch, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { formatNumber } from '#base/format-number.ts';
import { arrayOf, isJsonObject, stringOf, type JsonObject, type JsonValue } from '#base/json.ts';
import { visibleLine, visibleText } from '#base/visible-text.ts';
import { LongList } from '#ui/long-list.tsx';
import { UrlLink } from '#ui/url-link.tsx';
import { OtherFields, type ExpectedFields } from './expected-fields.tsx';
import { ItemField, useDataPath } from './item-place.tsx';
import { Labelled, Quiet, WireWord } from './labelled.tsx';
import { NotIncluded } from './not-sent.tsx';
import { QueryList } from './query-list.tsx';
import { sameTypeOf } from './same-type.ts';
import { ValueView } from './value-view.tsx';

const ACTION_FIELDS: ExpectedFields = {
  type: 'string',
  query: 'string',
  queries: 'list',
  url: 'string',
  pattern: 'string',
  sources: 'list',
};

/** What a web search did: the verb, what for or where, and the pages it drew on. Fields of other actions are shown wherever they occur. */
export function WebSearchAction({ action, mayCome }: { readonly action: JsonObject; readonly mayCome: boolean }) {
  const type = stringOf(action['type']);
  return (
    <>
      {type === 'search' ? <Searched action={action} /> : <Visited action={action} type={type} />}
      <Sources sources={action['sources']} isSearch={type === 'search'} mayCome={mayCome} />
      <OtherFields value={action} expected={ACTION_FIELDS} />
    </>
  );
}

function Searched({ action }: { readonly action: JsonObject }) {
  const queries = allQueries(action);
  const url = stringOf(action['url']);
  const pattern = stringOf(action['pattern']);
  return (
    <>
      <Labelled name="searched the web for">
        {queries.length === 0 ? <Quiet>The server sent no query.</Quiet> : <Queries action={action} />}
      </Labelled>
      {url === null && pattern === null ? null : <Place action={action} verb="" icon={Globe} type={null} />}
    </>
  );
}

const VERBS: Readonly<Record<string, readonly [verb: string, icon: LucideIcon]>> = {
  open_page: ['opened', BookOpen],
  find_in_page: ['looked for', TextSearch],
  find: ['looked for', TextSearch],
};

function Visited({ action, type }: { readonly action: JsonObject; readonly type: string | null }) {
  const [verb, icon] = (Object.hasOwn(VERBS, type ?? '') ? VERBS[type ?? ''] : undefined) ?? [
    visibleLine(type ?? 'no type of action'),
    Globe,
  ];
  const queries = allQueries(action);
  return (
    <>
      <Place action={action} verb={verb} icon={icon} type={type} />
      {queries.length === 0 ? null : <Queries action={action} />}
    </>
  );
}

type PlaceProps = {
  readonly action: JsonObject;
  readonly verb: string;
  readonly icon: LucideIcon;
  /** As it stands on the wire; null where the verb says no other. */
  readonly type: string | null;
};

function Place({ action, verb, icon: Icon, type }: PlaceProps) {
  const pattern = stringOf(action['pattern']);
  const url = stringOf(action['url']);
  return (
    <p className="flex min-w-0 items-baseline gap-2">
      <Icon size={13} aria-hidden className="shrink-0 self-start text-family [margin-top:0.2rem]" />
      <span className="min-w-0 flex-1 wrap-anywhere">
        {verb === '' ? null : <Word>{verb} </Word>}
        {pattern === null ? null : (
          <>
            <ItemField of={action} name="pattern" isInline>
              <code className="rounded bg-inset px-1 font-mono text-sm whitespace-pre-wrap">{visibleText(pattern)}</code>
            </ItemField>
            <Word> in </Word>
          </>
        )}
        <ItemField of={action} name="url" isInline>
          {url === null || url === '' ? <Word>a page whose address the server did not send</Word> : <UrlLink url={url} />}
        </ItemField>{' '}
        {type === null || type === verb ? null : <TypeWord of={action} word={type} />}
      </span>
    </p>
  );
}

function Word({ children }: { readonly children: ReactNode }) {
  return <span className="text-secondary">{children}</span>;
}

function TypeWord({ of, word }: { readonly of: JsonObject; readonly word: string }) {
  return (
    <ItemField of={of} name="type" isInline>
      <WireWord word={word} />
    </ItemField>
  );
}

/** `query` repeats one of `queries` on most servers. */
function allQueries(action: JsonObject): readonly JsonValue[] {
  const queries = arrayOf(action['queries']);
  const query = stringOf(action['query']);
  return query === null || queries.includes(query) ? queries : [query, ...queries];
}

function Queries({ action }: { readonly action: JsonObject }) {
  const dataPath = useDataPath();
  const { queries: sent } = action;
  const queries = allQueries(action);
  const added = queries.length - arrayOf(sent).length;
  return (
    <ItemField of={action} name="query">
      <QueryList queries={queries} dataPathOf={(position) => (position < added ? undefined : dataPath(sent, position - added))} />
    </ItemField>
  );
}

type SourcesProps = { readonly sources: JsonValue | undefined; readonly isSearch: boolean; readonly mayCome: boolean };

function Sources({ sources, isSearch, mayCome }: SourcesProps) {
  const dataPath = useDataPath();
  const list = arrayOf(sources);
  const shared = sameTypeOf(list);
  if (list.length > 0) {
    return (
      <Labelled
        name={`${formatNumber(list.length)} ${list.length === 1 ? 'source' : 'sources'}`}
        aside={shared === null ? null : <WireWord word={shared} />}
      >
        <LongList items={list} label="Sources" noun="sources" dataPathOf={(each) => dataPath(each)}>
          {(source, index) => <Source source={source} number={index + 1} isTyped={shared === null} />}
        </LongList>
      </Labelled>
    );
  }
  if (Array.isArray(sources)) return <Quiet>No sources.</Quiet>;
  return isSearch && !mayCome && (sources === undefined || sources === null) ? (
    <NotIncluded what="Sources" include="web_search_call.action.sources" />
  ) : null;
}

const SOURCE_FIELDS: ExpectedFields = { type: 'string', url: 'string', title: 'string', name: 'string' };

type SourceProps = {
  readonly source: JsonValue;
  readonly number: number;
  /** True where not all sources are of one type. */
  readonly isTyped: boolean;
};

/** A page, or a feed of the server's own, which has a name in place of an address. */
function Source({ source, number, isTyped }: SourceProps) {
  if (!isJsonObject(source)) return <ValueView value={source} label={`Source ${number}`} />;
  const url = stringOf(source['url']);
  const type = stringOf(source['type']);
  const isTitled = Boolean(stringOf(source['title']));
  const isNamed = Boolean(stringOf(source['name'])) && source['name'] !== source['title'];
  const names = [...(isTitled ? ['title'] : []), ...(isNamed ? ['name'] : [])];
  return (
    <>
      <span className="flex min-h-6 min-w-0 items-baseline gap-2">
        <span className="w-5 shrink-0 text-right text-sm text-tertiary">{number}</span>
        <span className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-2 wrap-anywhere">
          {names.map((name) => (
            <ItemField key={name} of={source} name={name} isInline className="font-medium">
              {visibleLine(stringOf(source[name]) ?? '')}
            </ItemField>
          ))}
          {url === null ? null : (
            <ItemField of={source} name="url" isInline>
              <UrlLink url={url} />
            </ItemField>
          )}
          {type === null || !isTyped ? null : <TypeWord of={source} word={type} />}
        </span>
      </span>
      <OtherFields value={source} expected={SOURCE_FIELDS} />
    </>
  );
}
