using System.Text.RegularExpressions;
using Xunit;

namespace Gms.Conventions;

/// <summary>
/// Expand first, contract later: a schema step runs under the services of the release before, which must go on working. What takes away from them
/// says why none of them needs it any more.
/// </summary>
public sealed partial class SchemaStepTests
{
    const string Note = "-- Contracts: ";

    /// <summary>Steps that are older than the rule: no operator has an upgrade before them.</summary>
    static readonly string[] BeforeTheRule = ["services/Recruitment/Migrations/0007_complaints_that_move.sql", "services/Reintegration/Migrations/0004_words.sql"];

    static IEnumerable<string> Steps => Checkout.Files(".sql", "services").Where(file => file.Contains("/Migrations/", StringComparison.Ordinal) || file.StartsWith("services/Platform/Storage/", StringComparison.Ordinal));

    [Fact]
    public void What_takes_away_says_why_no_running_release_needs_it() => Broken.None(
        from file in Steps.Except(BeforeTheRule)
        from taken in TakenAwayWithoutANote(Checkout.Read(file))
        select $"{file}: {taken}",
        $"The services of the release before run on this schema too (docs/operations.md, Upgrades). Take away in the next release, with a line `{Note}<why nothing that runs needs it>` before the statement:");

    [Fact]
    public void Steps_older_than_the_rule_are_still_there() => Assert.Empty(BeforeTheRule.Except(Steps));

    [Theory]
    [InlineData("ALTER TABLE a DROP COLUMN b;")]
    [InlineData("ALTER TABLE a\n    ADD c int,\n    DROP COLUMN IF EXISTS b;")]
    [InlineData("ALTER TABLE a RENAME COLUMN b TO c;")]
    [InlineData("ALTER TABLE a RENAME b TO c;")]
    [InlineData("ALTER TABLE a RENAME TO b;")]
    [InlineData("DROP TABLE a;")]
    [InlineData("ALTER TABLE a ALTER COLUMN b TYPE text;")]
    [InlineData("ALTER TABLE a ALTER b SET NOT NULL;")]
    [InlineData("ALTER TABLE a ADD COLUMN b int NOT NULL;")]
    [InlineData("ALTER TABLE a ADD COLUMN b int NOT NULL CHECK (b > 0), ADD COLUMN c int NOT NULL DEFAULT 0;")]
    [InlineData("-- Contracts: nothing reads b since 0.2.\nALTER TABLE a DROP COLUMN b;\nALTER TABLE a DROP COLUMN c;")]
    public void It_is_noticed(string step) => Assert.Single(TakenAwayWithoutANote(step));

    [Theory]
    [InlineData("-- Contracts: nothing reads b since 0.2.\nALTER TABLE a DROP COLUMN b;")]
    [InlineData("ALTER TABLE a ADD COLUMN b int NOT NULL DEFAULT 0;")]
    [InlineData("ALTER TABLE a ADD COLUMN b int;\nCREATE TABLE c (d int NOT NULL);")]
    [InlineData("-- We do not rename to or drop column b.\nSELECT 1;")]
    [InlineData("ALTER TABLE a DROP CONSTRAINT b, ADD CONSTRAINT b CHECK (c > 0);")]
    public void What_adds_needs_no_note(string step) => Assert.Empty(TakenAwayWithoutANote(step));

    /// <summary>The statements that take away, each by its first words; a comment belongs to the statement that follows it.</summary>
    static IEnumerable<string> TakenAwayWithoutANote(string step) =>
        from statement in step.Split(';')
        where !statement.Contains(Note, StringComparison.Ordinal)
        let bare = Comment().Replace(statement, "").Trim()
        where Takes().IsMatch(bare)
        select bare.Split('\n')[0];

    [GeneratedRegex("--[^\n]*")]
    private static partial Regex Comment();

    [GeneratedRegex(@"\bDROP\s+(TABLE|COLUMN)\b|\bALTER\s+TABLE\b[^;]*\bRENAME\b|\bALTER\s+(COLUMN\s+)?\w+\s+(SET\s+DATA\s+)?TYPE\b|\bSET\s+NOT\s+NULL\b|\bADD\s+COLUMN\s+(?![^,]*\bDEFAULT\b)[^,]*\bNOT\s+NULL\b", RegexOptions.IgnoreCase)]
    private static partial Regex Takes();
}
