/** What a rule says of itself; names of fields and events stand between backticks in it. */
export function RuleProse({ text }: { readonly text: string }) {
  return text.split('`').map((piece, position) =>
    position % 2 === 0 ? (
      piece
    ) : (
      <code key={position} className="font-mono break-words">
        {piece}
      </code>
    ),
  );
}
