using Gms.Matching;
using Gms.Population;
using Gms.Registry.Duplicates;

if (args is ["scale", var checkout, var size, ..])
{
    using var stop = new CancellationTokenSource();
    Console.CancelKeyPress += (_, key) =>
    {
        key.Cancel = true;
        stop.Cancel();
    };
    var figures = await new Scale(checkout, Console.Error).Run(long.Parse(size, System.Globalization.CultureInfo.InvariantCulture), stop.Token);
    if (args.Contains("--json"))
        Console.WriteLine(Scale.Json(figures));
    return 0;
}

// tune [people]: weights and thresholds are chosen looking at this seed. report [people]: another seed, error rates doubled.
var onRecord = args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 200_000;
var (seed, rates) = args[0] == "report" ? (Groups.ReportSeed, new ErrorRates().Times(2)) : (Groups.TuningSeed, new ErrorRates());
var matcher = Trial.Engine();
var trial = new Trial(matcher, seed, rates);
var (lower, upper) = (matcher.Data.Thresholds.Lower, matcher.Data.Thresholds.Upper);
Console.WriteLine($"{"group",-10} {"dup",6} {"new",6} {"keys",7} | {"recall",7} {"prec",7} at {lower} | {"recall",7} {"prec",7} at {upper} | candidates p50 p99");
IReadOnlyList<Coming> everybody = [];
foreach (var (group, coming) in Groups.Of(trial, onRecord, 10_000))
{
    Print(group, coming);
    everybody = coming;
    if (args.Contains("--missed") && group.Length == 2)
        foreach (var c in coming.Where(c => c.IsDuplicate && !(c.Own >= lower)).Take(6))
        {
            var person = new People(seed).Of(group, c.Index);
            var first = new Office(rates, seed).First(person);
            Show(first);
            Show(c.Entry!);
            var s = matcher.Score.Of(matcher.Features(Desk.Facts(first)), matcher.Features(Desk.Facts(c.Entry!)));
            Console.WriteLine($"    own {c.Own} {string.Join(' ', s.Reasons.Select(r => $"{r.Code}:{r.Bits:0.0}"))}");
        }
}
foreach (var at in new[] { 16.0, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 28 })
{
    var q = Trial.Judge(Groups.Everybody, everybody, at, at);
    Console.WriteLine($"{at,5:0.0} recall {q.RecallLower:0.0000} precision {q.PrecisionLower:0.0000}");
}

return 0;

void Show(Entry e) => Console.WriteLine($"  {string.Join(" / ", e.Names)} {e.Year}-{e.Month}-{e.Day} {e.Province} {string.Join(',', e.Documents.Select(d => d.Number))} {e.Father}");
void Print(string group, IReadOnlyList<Coming> coming)
{
    var q = Trial.Judge(group, coming, lower, upper);
    var sorted = coming.Select(c => c.Candidates).Order().ToList();
    Console.WriteLine($"{group,-10} {q.Duplicates,6} {q.Newcomers,6} {q.KeyRecall,7:0.0000} | {q.RecallLower,7:0.0000} {q.PrecisionLower,7:0.0000}      | {q.RecallUpper,7:0.0000} {q.PrecisionUpper,7:0.0000}      | {sorted[sorted.Count / 2]} {sorted[sorted.Count * 99 / 100]}");
}
