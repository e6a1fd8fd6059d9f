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

    const string Held = "-- Locks: ";

    /// <summary>Steps that were applied before it was asked for: each builds an index on a table that an earlier step made.</summary>
    static readonly string[] BuiltAnIndexBeforeTheRule =
    [
        "services/DepartureOrientation/Migrations/0002_cascade.sql", "services/DepartureOrientation/Migrations/0003_withdrawals.sql",
        "services/DepartureOrientation/Migrations/0004_sessions_proven.sql", "services/DepartureOrientation/Migrations/0005_certificates_arrivals.sql",
        "services/Platform/Storage/platform_audit_accounts.sql",
        "services/Recruitment/Migrations/0003_licensing.sql", "services/Recruitment/Migrations/0004_contract_versions.sql",
        "services/Recruitment/Migrations/0005_costs_and_verdicts.sql", "services/Recruitment/Migrations/0007_complaints_that_move.sql",
        "services/Registry/Migrations/0005_identity.sql", "services/Registry/Migrations/0012_peak.sql", "services/Registry/Migrations/0013_passes.sql",
        "services/Registry/Migrations/0014_border_days.sql", "services/Registry/Migrations/0017_reminders_of_earlier_stays.sql",
        "services/Reintegration/Migrations/0002_casework.sql", "services/Reintegration/Migrations/0004_words.sql", "services/Reintegration/Migrations/0005_order.sql",
    ];

    static IEnumerable<string> Steps => Checkout.Files(".sql", "services").Where(file => file.Contains("/Migrations/", StringComparison.Ordinal) || file.StartsWith("services/Platform/Storage/", StringComparison.Ordinal));

    [Fact]
    public void What_takes_away_says_why_no_running_release_needs_it() => Broken.None(
        from file in Steps.Except(BeforeTheRule)
        from taken in TakenAwayWithoutANote(Checkout.Read(file))
        select $"{file}: {taken}",
        $"The services of the release before run on this schema too (docs/operations.md, Upgrades). Take away in the next release, with a line `{Note}<why nothing that runs needs it>` before the statement:");

    [Fact]
    public void Steps_older_than_the_rule_are_still_there() => Assert.Empty(BeforeTheRule.Concat(BuiltAnIndexBeforeTheRule).Except(Steps));

    [Fact]
    public void An_index_on_a_table_that_is_in_use_says_how_long_nobody_can_write_to_it() => Broken.None(
        from file in Steps.Except(BuiltAnIndexBeforeTheRule)
        from built in BuiltUnderWritersWithoutANote(Checkout.Read(file))
        select $"{file}: {built}",
        $"While it is built every write to the table waits, under the services that run. Put a line `{Held}<how large the table becomes, and how long it takes>` before the statement, and where that is more than a moment name it in docs/operations.md, Upgrades:");

    [Theory]
    [InlineData("CREATE INDEX a_b ON a (b);", 1)]
    [InlineData("ALTER TABLE a ADD COLUMN b int;\nCREATE UNIQUE INDEX IF NOT EXISTS a_b ON a (b) WHERE b > 0;", 1)]
    [InlineData("CREATE TABLE a (b int);\nCREATE INDEX a_b ON a (b);", 0)]
    [InlineData("-- Locks: a row for each country.\nCREATE INDEX a_b ON a (b);", 0)]
    [InlineData("-- Locks: a row for each country.\nCREATE INDEX a_b ON a (b);\nCREATE INDEX a_c ON a (c);", 1)]
    [InlineData("CREATE TABLE a (b int);\nCREATE INDEX ab_b ON ab (b);", 1)]
    [InlineData("-- We CREATE INDEX a_b ON a later.\nSELECT 1;", 0)]
    public void An_index_under_writers_is_noticed(string step, int times) => Assert.Equal(times, BuiltUnderWritersWithoutANote(step).Count());

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

    /// <summary>The indexes on tables that the step did not make itself.</summary>
    static IEnumerable<string> BuiltUnderWritersWithoutANote(string step)
    {
        var made = Makes().Matches(Comment().Replace(step, "")).Select(m => m.Groups[1].Value).ToHashSet();
        return from statement in step.Split(';')
               where !statement.Contains(Held, StringComparison.Ordinal)
               let bare = Comment().Replace(statement, "").Trim()
               where Builds().Match(bare) is { Success: true } index && !made.Contains(index.Groups[1].Value)
               select bare.Split('\n')[0];
    }

    [GeneratedRegex(@"\bCREATE\s+TABLE\s+(?:IF\s+NOT\s+EXISTS\s+)?(\w+)", RegexOptions.IgnoreCase)]
    private static partial Regex Makes();

    [GeneratedRegex(@"^CREATE\s+(?:UNIQUE\s+)?INDEX\b.*?\bON\s+(?:ONLY\s+)?(\w+)", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Builds();

    [GeneratedRegex("--[^\n]*")]
    private static partial Regex Comment();

    [GeneratedRegex(@"\bDROP\s+(TABLE|COLUMN)\b|\bALTER\s+TABLE\b[^;]*\bRENAME\b|\bALTER\s+(COLUMN\s+)?\w+\s+(SET\s+DATA\s+)?TYPE\b|\bSET\s+NOT\s+NULL\b|\bADD\s+COLUMN\s+(?![^,]*\bDEFAULT\b)[^,]*\bNOT\s+NULL\b", RegexOptions.IgnoreCase)]
    private static partial Regex Takes();
}
