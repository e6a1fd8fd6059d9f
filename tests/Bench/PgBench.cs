using System.Globalization;
using System.Text.RegularExpressions;
using Gms.Local;
using Npgsql;

namespace Gms.Bench;

/// <summary>PostgreSQL's own load program with one script, prepared and pipelined, over loopback TCP.</summary>
sealed partial class PgBench(StateFolder state, string connection, string script)
{
    readonly string _folder = state.Folder("pgbench");

    public async Task<Round> Run(int inFlight, TimeSpan window, CancellationToken cancel)
    {
        var to = new NpgsqlConnectionStringBuilder(connection);
        var file = Path.Combine(_folder, "script.sql");
        await File.WriteAllTextAsync(file, script, cancel);
        var output = await Shell.MustRun(
            "pgbench",
            [
                Path.Combine(Debian.PostgresPrograms!, "pgbench"), "--no-vacuum", "--protocol", "prepared", "--file", file, "--host", to.Host!, "--port", Text(to.Port), "--username", to.Username!,
                "--client", Text(inFlight), "--jobs", "2", "--time", Text((int)Math.Ceiling(window.TotalSeconds)), "--log", "--log-prefix", Path.Combine(_folder, "times"), to.Database!,
            ],
            cancel, _folder, new Dictionary<string, string?> { ["PGPASSWORD"] = to.Password });

        var times = new List<double>();
        foreach (var log in Directory.GetFiles(_folder, "times.*"))
        {
            times.AddRange(File.ReadLines(log).Select(line => double.Parse(line.Split(' ')[2], CultureInfo.InvariantCulture) / 1000));
            File.Delete(log);
        }
        return new(double.Parse(PerSecond().Match(output).Groups[1].Value, CultureInfo.InvariantCulture), [.. times]);
    }

    /// <summary>One row made durable: what a commit costs on this machine.</summary>
    public static string CommitScript =>
        Sql.With(Sql.Audit, "gen_random_uuid()", "'read'", "'commit'", Sql.Text(Sql.RegisterDepartureCall), "'departure-clearance'", "NULL", "NULL");

    public static string CoverageScript(IReadOnlyList<string> members)
    {
        var member = $"(ARRAY[{string.Join(',', members.Select(Sql.Text))}])[:member::int]";
        return $"\\set member random(1, {members.Count})\n\\startpipeline\n"
            + Sql.With(Sql.Coverage, member)
            + Sql.With(Sql.Audit, "gen_random_uuid()", "'read'", "'coverage-checked'", Sql.Text(Sql.CheckCoverageCall), "'social-security'", member, "'coverage'")
            + "\\endpipeline\n";
    }

    public static string DepartureScript(IReadOnlyList<string> members, Payload payload)
    {
        const string id = "('00000000-0000-0000-0000-' || lpad(to_hex(:departure::bigint), 12, '0'))::uuid";
        const string request = "('00000000-0000-0000-0000-' || lpad(to_hex(:request::bigint), 12, '0'))::uuid";
        var member = $"(ARRAY[{string.Join(',', members.Select(Sql.Text))}])[:member::int]";
        string Audit(string subject, string fields) => Sql.With(Sql.Audit, "gen_random_uuid()", "'change'", "'departure-registered'", Sql.Text(Sql.RegisterDepartureCall), "'departure-clearance'", subject, fields);
        return $"\\set member random(1, {members.Count})\n\\set departure random(1, 281474976710655)\n\\set request random(1, 281474976710655)\n"
            + Sql.With(Sql.Answered, request)
            + Sql.With(Sql.Numbers, member)
            + Sql.With(Sql.WorkerOnRecord, member)
            + Sql.With(Sql.Earlier, request)
            + "\\startpipeline\nBEGIN;\n"
            + Sql.With(Sql.Receipt, id, request, member)
            + Audit("NULL", "NULL")
            + "COMMIT;\n\\endpipeline\n\\startpipeline\nBEGIN;\n"
            + Sql.With(Sql.Decided, id)
            + Sql.With(Sql.Decision, id, Sql.Text(payload.Findings))
            + Sql.With(Sql.Event, "gen_random_uuid()", Sql.Text(Payload.RegisteredName), $"{id}::text", Sql.Text(payload.Registered))
            + Sql.With(Sql.Event, "gen_random_uuid()", Sql.Text(Payload.ClearedName), $"{id}::text", Sql.Text(payload.Cleared))
            + Audit(member, Sql.Text(Sql.DecisionFields))
            + "COMMIT;\n\\endpipeline\n";
    }

    static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"tps = ([0-9.]+)")]
    private static partial Regex PerSecond();
}
