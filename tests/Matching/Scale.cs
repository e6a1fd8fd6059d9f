using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Gms.Platform;
using Gms.Population;
using Gms.Registry;
using Gms.Registry.Duplicates;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Gms.Matching;

/// <summary>What a search costs and finds at one size.</summary>
sealed record ScaleFigure(
    long Workers, double BuildSeconds, double P50Ms, double P95Ms, double P99Ms, int CandidatesP50, int CandidatesP99,
    double MatchGigabytes, double KeysGigabytes, double DatabaseGigabytes, double RecallLower, double RecallUpper, double PrecisionLower, double PrecisionUpper);

/// <summary>Searches in a population that grows from ten thousand on, one person after the other.</summary>
sealed class Scale(string checkout, TextWriter tell)
{
    const int Searches = 5000, WarmUps = 200, Counted = 500;

    static readonly long[] Sizes = [10_000, 100_000, 1_000_000, 10_000_000];

    /// <summary>From the lower threshold on, beside which the right ones for a size are read.</summary>
    static readonly double[] Thresholds = [16, 17, 18, 19, 20, 21, 22, 23, 24, 25];

    readonly Matcher _matcher = Trial.Engine();

    public async Task<IReadOnlyList<ScaleFigure>> Run(long largest, CancellationToken cancel)
    {
        await using var database = new ScaleDatabase(checkout, _matcher);
        await database.Start(cancel);
        var figures = new List<ScaleFigure>();
        foreach (var size in Sizes.Where(s => s < largest).Append(largest))
        {
            var there = await database.Count(cancel);
            if (there > size)
            {
                await tell.WriteLineAsync($"{size:N0}: {there:N0} are there already; remove .local/scale to measure smaller sizes.");
                continue;
            }
            var clock = Stopwatch.StartNew();
            if (there < size)
                await database.Grow(there, size, cancel);
            var built = clock.Elapsed.TotalSeconds;
            var figure = await Measure(database, size, cancel) with { BuildSeconds = built };
            figures.Add(figure);
            await tell.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                $"{figure.Workers,11:N0} workers, {(there < size ? $"built at {(size - there) / built:N0} a second" : "there already")}: p50 {figure.P50Ms:0.0} p95 {figure.P95Ms:0.0} p99 {figure.P99Ms:0.0} ms; scored p50 {figure.CandidatesP50} p99 {figure.CandidatesP99}; {figure.MatchGigabytes:0.00} GB of match records ({figure.KeysGigabytes:0.00} keys), {figure.DatabaseGigabytes:0.00} GB in all; recall {figure.RecallLower:0.000} / {figure.RecallUpper:0.000}, precision {figure.PrecisionLower:0.000} / {figure.PrecisionUpper:0.000} at the lower / upper threshold"));
        }
        return figures;
    }

    async Task<ScaleFigure> Measure(ScaleDatabase database, long size, CancellationToken cancel)
    {
        await using var source = NpgsqlDataSource.Create(database.Connection + ";Max Auto Prepare=20");
        var options = new DbContextOptionsBuilder<RegistryDb>().UseNpgsql(source).Options;
        using var signals = new ServiceSignals();
        await using var db = new RegistryDb(options, new Call(), signals);
        await db.Database.OpenConnectionAsync(cancel);
        var search = new DuplicateSearch(db, _matcher);

        var times = new List<double>();
        var coming = new List<Coming>();
        for (var n = -WarmUps; n < Searches; n++)
        {
            var isDuplicate = n % Trial.DuplicateEvery == 0;
            var index = isDuplicate ? Math.Abs(n * 104_729L) % size : size + WarmUps + n;
            var person = database.People[index];
            var first = database.Office.First(person);
            var facts = Desk.Facts(isDuplicate ? database.Office.Again(person, first) : first);
            var start = Stopwatch.GetTimestamp();
            var found = (await search.Find([_matcher.Seek(facts)], cancel))[0];
            if (n < 0)
                continue;
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            var own = ScaleDatabase.Number(person.Country, index);
            coming.Add(new(isDuplicate, isDuplicate ? found.FirstOrDefault(c => c.WorkerNumber == own)?.Score ?? double.NaN : double.NaN, [.. found.Where(c => !isDuplicate || c.WorkerNumber != own).Select(c => c.Score)], 0) { Facts = facts });
        }

        var scored = new List<int>();
        foreach (var one in coming.Take(Counted))
            scored.Add(await Scored(source, one.Facts!, cancel));
        foreach (var at in Thresholds)
        {
            var one = Trial.Judge("all", coming, at, at);
            await tell.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"    threshold {at}: recall {one.RecallLower:0.000}, precision {one.PrecisionLower:0.000}"));
        }
        var quality = Trial.Judge("all", coming, _matcher.Data.Thresholds.Lower, _matcher.Data.Thresholds.Upper);
        return new(size, 0, At(times, 0.50), At(times, 0.95), At(times, 0.99), (int)At(scored.ConvertAll(s => (double)s), 0.50), (int)At(scored.ConvertAll(s => (double)s), 0.99),
            await database.Gigabytes("pg_total_relation_size('match_records')", cancel), await database.Gigabytes("pg_relation_size('match_records_keys')", cancel), await database.Gigabytes("pg_database_size(current_database())", cancel),
            quality.RecallLower, quality.RecallUpper, quality.PrecisionLower, quality.PrecisionUpper);
    }

    async Task<int> Scored(NpgsqlDataSource source, PersonFacts facts, CancellationToken cancel)
    {
        var keys = _matcher.Keys.OfQuery(_matcher.Features(facts));
        await using var command = source.CreateCommand("SELECT count(*)::int FROM match_candidates($1, $2, $3)");
        command.Parameters.Add(new() { Value = new int[keys.Length] });
        command.Parameters.Add(new() { Value = keys });
        command.Parameters.Add(new() { Value = _matcher.Data.MostCandidates });
        return (int)(await command.ExecuteScalarAsync(cancel))!;
    }

    static double At(List<double> values, double part) => values.Order().ElementAt((int)(values.Count * part));

    public static string Json(IReadOnlyList<ScaleFigure> figures) => JsonSerializer.Serialize(new { figures }, JsonOptions);

    static readonly JsonSerializerOptions JsonOptions = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, WriteIndented = true };
}
