using System.Text.RegularExpressions;
using Xunit;

namespace Gms.Conventions;

/// <summary>What the bench runs beside a call is the call's own SQL, to the letter.</summary>
public sealed partial class BenchSqlTests
{
    [Theory]
    [InlineData("AgencySql", "Verdict")]
    [InlineData("LicencesSql", "Licences")]
    [InlineData("StatementsSql", "Statements")]
    public void The_verdict_on_an_agency_is_measured_by_the_SQL_that_the_service_sends(string served, string measured) => Assert.Equal(
        Text("services/Recruitment/Compliance/PartyReader.cs", served), Text("tests/Bench/Agencies/AgencySql.cs", measured));

    static string Text(string file, string name) => Constants().Matches(Checkout.Read(file).ReplaceLineEndings("\n"))
        .Single(m => m.Groups["name"].Value == name).Groups["text"].Value;

    [GeneratedRegex("const string (?<name>\\w+) =\n +\"\"\"\n(?<text>.*?)\n +\"\"\";", RegexOptions.Singleline)]
    private static partial Regex Constants();
}
