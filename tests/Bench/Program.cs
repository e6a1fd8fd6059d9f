using Gms.Bench;
using Gms.Local;
using Grpc.Core;

if (args is ["baseline"])
    return Environment.GetEnvironmentVariable("BENCH_RECRUITMENT") is { } recruitment ? await Gms.Bench.Agencies.AgencyBaseline.Serve(recruitment) : await Baseline.Serve();

if (args is not [var checkout, ..])
{
    await Console.Error.WriteLineAsync("Run this as: ./registry bench [--json]");
    return 64;
}

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, key) =>
{
    key.Cancel = true;
    stop.Cancel();
};
try
{
    int? peak = args is [_, "peak", var many, ..] && int.TryParse(many, out var count) ? count : null;
    var report = args is [_, "members", var size, ..] && int.TryParse(size, out var members)
        ? await new Gms.Bench.Members.CoverageRun(checkout, members).Run(stop.Token)
        : args is [_, "returns", var home, ..] && int.TryParse(home, out var returns) ? await new Gms.Bench.Returns.ReturnsRun(checkout, returns).Run(stop.Token)
        : args is [_, "pages", var readers, ..] && int.TryParse(readers, out var workers) ? await new Gms.Bench.Pages.PagesRun(checkout, workers).Run(stop.Token)
        : args is [_, "agencies", ..] ? await new Gms.Bench.Agencies.AgencyRunAlone(checkout).Run(stop.Token)
        : await new Measurements(checkout, peak).Run(stop.Token);
    report.Print(args.Contains("--json"));
    return 0;
}
catch (CannotGoOnException problem)
{
    await Console.Error.WriteLineAsync($"registry: {problem.Message}");
    return 1;
}
catch (RpcException refused)
{
    await Console.Error.WriteLineAsync($"registry: a service refused a call: {refused.Status.Detail} The logs are in {Path.Combine(checkout, ".local", "bench", "logs")}.");
    return 1;
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    return 130;
}
