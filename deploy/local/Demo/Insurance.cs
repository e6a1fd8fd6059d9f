using System.Globalization;
using Gms.SocialSecurity.V1;
using Gms.Type.V1;
using Grpc.Core;

namespace Gms.Local.Demo;

/// <summary>Asks what an insurance office asks: covered or not on a day, for what and why not; what can be claimed on leaving; which months nobody paid. Each answer as lines to read.</summary>
static class Insurance
{
    /// <summary>One day of a worker: each branch with what the answer says of it, the reason beside what is not covered.</summary>
    public static async Task<IEnumerable<string>> On(CallInvoker office, CheckCoverageRequest asked, string when, CancellationToken cancel)
    {
        var answer = await new Coverage.CoverageClient(office).CheckCoverageAsync(asked, cancellationToken: cancel);
        return
        [
            $"Insured in {asked.Country} on {Text(asked.Day)}, {when}:",
            .. answer.Branches.GroupBy(b => b.State).OrderBy(g => g.Key).SelectMany(g => Lines(g.Key, g)),
        ];
    }

    public static async Task<IEnumerable<string>> OnLeaving(CallInvoker office, string worker, string country, Date day, CancellationToken cancel)
    {
        var answer = await new Portability.PortabilityClient(office).CalculateExitAsync(new() { WorkerNumber = worker, Country = country, LeavingOn = day }, cancellationToken: cancel);
        return [$"What could be claimed on leaving {country} on {Text(day)}:", .. answer.Lines.Select(Line)];
    }

    /// <summary>Before departure: the same for a stay that is only thought of.</summary>
    public static async Task<IEnumerable<string>> Beforehand(CallInvoker anybody, ForecastExitRequest asked, CancellationToken cancel)
    {
        var answer = await new Portability.PortabilityClient(anybody).ForecastExitAsync(asked, cancellationToken: cancel);
        return [$"Beforehand, for {asked.Months} months in {asked.SchemeId} at {Text(asked.Wage)} a month:", .. answer.Lines.Select(Line)];
    }

    public static async Task<IEnumerable<string>> NotPaid(CallInvoker office, string worker, string country, CancellationToken cancel)
    {
        var answer = await new Contributions.ContributionsClient(office).ListArrearsAsync(new() { WorkerNumber = worker, Country = country }, cancellationToken: cancel);
        var owed = answer.Months.Where(m => m.State is ArrearsState.Short or ArrearsState.Unpaid or ArrearsState.NotFiled).ToList();
        return owed.Count == 0 ? ["Months that nobody paid: none"] : [$"Months that the employer did not pay, or did not file: {string.Join(", ", owed.Select(m => $"{m.Month.Year}-{m.Month.Month:00} {m.State}"))}"];
    }

    static IEnumerable<string> Lines(CoverageState state, IEnumerable<BranchCoverage> branches) => state switch
    {
        CoverageState.Covered => [$"  covered: {string.Join(", ", branches.Select(b => $"{b.Branch} ({b.Schemes[0].SchemeId}, {Sure(b.Schemes[0].Source.Confidence)})"))}"],
        // One line for all branches of one reason.
        _ => branches.GroupBy(b => Why(b)).Select(g => $"  {Word(state)}: {string.Join(", ", g.Select(b => b.Branch))}. {g.Key}".TrimEnd()),
    };

    static string Why(BranchCoverage branch) => branch.Schemes.FirstOrDefault() is not { } scheme
        ? "No scheme that this work belongs to serves it."
        : $"{scheme.SchemeId} ({Sure(scheme.Source.Confidence)}): {scheme.Reason}{(scheme.WaitingFrom is { } from ? $" From {Text(from)} on, if every month is paid." : "")}";

    /// <summary>How sure the rule is: of low confidence is what is commonly told and no document confirmed.</summary>
    static string Sure(Confidence confidence) => confidence switch { Confidence.High => "sure", Confidence.Medium => "fairly sure", _ => "not confirmed" };

    static string Word(CoverageState state) => state switch { CoverageState.Waiting => "waiting", CoverageState.NotCovered => "not covered", _ => "unknown" };

    static string Line(ExitLine line) =>
        $"  {line.SchemeId} ({line.MonthsCounted} months, paid {Text(line.EmployeePaid)} + {Text(line.EmployerPaid)}): {line.State}{(line.PayableFrom is { } from ? $" from {Text(from)}" : "")}"
        + $"{(line.Amount is { } amount ? $", {line.AmountIs} {Text(amount)}" : "")}. {line.Text}{(line.Missing.Length > 0 ? $" Missing: {line.Missing}" : "")}";

    static string Text(Date day) => $"{day.Year}-{day.Month:00}-{day.Day:00}";

    /// <summary>Of the six currencies only the dong has no minor unit.</summary>
    static string Text(Money? money) => money is null ? "unknown" : $"{(money.Currency == "VND" ? money.Minor : money.Minor / 100m).ToString("#,##0.##", CultureInfo.InvariantCulture)} {money.Currency}";
}
