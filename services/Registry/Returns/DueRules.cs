using Gms.Platform;
using Gms.Recruitment.V1;
using Gms.Registry.Departures;
using Gms.SocialSecurity.V1;

namespace Gms.Registry.Returns;

/// <summary>What follows from what the parts answered; null is a part that did not answer. Pure.</summary>
static class DueRules
{
    /// <param name="Contract">The contract as it stands.</param>
    /// <param name="Terms">What its latest version says; null when that was not answered.</param>
    /// <param name="Costs">What was paid for the recruitment; null when that was not answered.</param>
    public sealed record HeldContract(Contract Contract, ContractTerms? Terms, ReviewCostsResponse? Costs);

    public static IEnumerable<Due> Of(WorkerReturn back, IReadOnlyList<HeldContract>? contracts, IReadOnlyList<ExitLine>? exit, IReadOnlyList<Paper> papers) =>
        [.. Contracts(back, contracts), .. Insurance(exit), .. Papers(back, papers)];

    static IEnumerable<Due> Contracts(WorkerReturn back, IReadOnlyList<HeldContract>? contracts)
    {
        if (contracts is null)
        {
            yield return new(Due.LastWages, DueState.PartDidNotAnswer, "Recruitment did not answer: what the contract owes is not known now.");
            yield return new(Due.WayHome, DueState.PartDidNotAnswer, "Recruitment did not answer: who pays the way home is not known now.");
            yield return new(Due.Fees, DueState.PartDidNotAnswer, "Recruitment did not answer: what was paid for the recruitment is not known now.");
            yield break;
        }
        // A contract for later work owes nothing yet; of several in one country each may owe.
        var ofCountry = contracts.Where(c => c.Contract.Destination == back.ComeFrom).ToLookup(c => Read.Day(c.Contract.StartsOn, "starts_on") <= back.ReturnedOn);
        var there = ofCountry[true].ToList();
        // Nobody worked under it, but what was paid for it was paid.
        foreach (var held in there.Count == 0 ? ofCountry[false] : [])
        {
            var starts = $"The contract of work there begins on {Read.Day(held.Contract.StartsOn, "starts_on"):yyyy-MM-dd}, after the return";
            yield return new(Due.LastWages, DueState.Unknown, $"{starts}: ask the worker whether any work was done, and for whom.") { ContractId = held.Contract.ContractId };
            yield return new(Due.WayHome, DueState.Unknown, $"{starts}: who pays the way home is not known.") { ContractId = held.Contract.ContractId };
            foreach (var fee in FeeRules.Of(held))
                yield return fee;
        }
        if (there.Count == 0 && !ofCountry[false].Any())
        {
            yield return new(Due.LastWages, DueState.Unknown, "No contract for work there is on record: ask the worker what is still owed.");
            yield return new(Due.WayHome, DueState.Unknown, "No contract for work there is on record: who pays the way home is not known.");
            yield return new(Due.Fees, DueState.Unknown, "No contract for work there is on record: ask the worker what was paid, to whom and for what.");
        }
        foreach (var held in there)
        {
            yield return Wages(back, held);
            yield return WayHome(held);
            foreach (var fee in FeeRules.Of(held))
                yield return fee;
        }
    }

    /// <summary>The registry holds no wage slips: that a contract ran says what to ask for, never that it was paid.</summary>
    static Due Wages(WorkerReturn back, HeldContract held)
    {
        var last = Read.Day(held.Contract.EndedOn ?? held.Contract.EndsOn, "ends_on");
        var until = last < back.ReturnedOn ? last : back.ReturnedOn;
        var wage = held.Terms is { } terms && Read.OptionalMoney(terms.Wage, "terms.wage") is { } agreed ? $" The wage agreed is {agreed.Minor} minor units {agreed.Currency} for each {Period(terms.WagePeriod)}." : "";
        return new(Due.LastWages, DueState.Unknown, $"Whether wages were paid to the last day, {until:yyyy-MM-dd}, is not on record: ask the worker and the employer.{wage}") { ContractId = held.Contract.ContractId };
    }

    static string Period(Gms.Recruitment.V1.WagePeriod period) => period.ToString().ToLowerInvariant();

    static Due WayHome(HeldContract held) => held.Terms?.ReturnTravelPaidBy switch
    {
        null => new(Due.WayHome, DueState.PartDidNotAnswer, "Recruitment did not answer with the terms: who pays the way home is not known now.") { ContractId = held.Contract.ContractId },
        Payer.Unspecified => new(Due.WayHome, DueState.Unknown, "The contract does not say who pays the way home.") { ContractId = held.Contract.ContractId },
        { } payer => new(Due.WayHome, DueState.Known, $"By the contract the way home is paid by: {payer.ToString().ToLowerInvariant()}.") { ContractId = held.Contract.ContractId },
    };

    static IEnumerable<Due> Insurance(IReadOnlyList<ExitLine>? exit)
    {
        if (exit is null)
            yield return new(Due.Insurance, DueState.PartDidNotAnswer, "SocialSecurity did not answer: what can be claimed is not known now.");
        else if (exit.Count == 0)
            yield return new(Due.Insurance, DueState.Unknown, "No membership of a scheme there is on record: ask the worker for an insurance card.");
        foreach (var line in exit ?? [])
            yield return new(Due.Insurance, line.State is ExitState.Payable or ExitState.Later ? DueState.Known : DueState.Unknown, $"{line.SchemeId}: {line.MonthsCounted} months count. {line.Text}{When(line)}{Comes(line)}{Missing(line)}")
            {
                MembershipId = line.MembershipIds.FirstOrDefault() ?? "",
                Part = line.MembershipIds.Count == 0 ? "" : $"{line.SchemeId} {line.Benefit}",
                Source = line.Source?.Text ?? "",
            };
    }

    static string When(ExitLine line) => line.State switch
    {
        ExitState.Payable => $" It can be claimed now, at: {line.Office}.",
        ExitState.Later when Read.OptionalDay(line.PayableFrom, "payable_from") is { } from => $" It can be claimed from {from:yyyy-MM-dd} on, at: {line.Office}.",
        _ => "",
    } + (Read.OptionalDay(line.ClaimBy, "claim_by") is { } by ? $" The claim lapses after {by:yyyy-MM-dd}." : "");

    static string Comes(ExitLine line) => Read.OptionalMoney(line.Amount, "amount") is not { } amount ? "" : $" It comes to {line.AmountIs switch { ExitAmount.AtMost => "at most ", ExitAmount.AtLeast => "at least ", _ => "" }}{amount.Minor} minor units {amount.Currency}.";

    static string Missing(ExitLine line) => line.Missing.Length > 0 ? $" Not known: {line.Missing}" : "";

    static IEnumerable<Due> Papers(WorkerReturn back, IReadOnlyList<Paper> papers)
    {
        if (papers.Count == 0)
            yield return new(Due.Papers, DueState.Unknown, "No paper in use is on record: ask whether employer or agency still holds one.");
        foreach (var paper in papers)
            yield return new(Due.Papers, DueState.Known, $"{paper.Kind} in use{Validity(paper, back.ReturnedOn)}: see that the worker has it in hand.");
    }

    static string Validity(Paper paper, DateOnly day) => paper.ValidUntil switch
    {
        null => ", its end of validity not on record",
        { } until when until < day => $", expired on {until:yyyy-MM-dd}",
        { } until => $", valid until {until:yyyy-MM-dd}",
    };
}
