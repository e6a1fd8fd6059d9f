using Gms.Credentials;
using Gms.Platform;
using Gms.SocialSecurity.Memberships;
using Gms.SocialSecurity.Schemes;
using Google.Protobuf.Collections;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.SocialSecurity.V1;

namespace Gms.SocialSecurity.Portability;

partial class PortabilityService
{
    const int MostStatements = 12;

    public override async Task<Proto.TotaliseResponse> Totalise(Proto.TotaliseRequest request, ServerCallContext context)
    {
        var number = Read.WorkerNumber(request.WorkerNumber, "worker_number");
        var branch = Read.Value<Proto.Branch, Branch>(request.Branch, "branch");
        var country = request.Country.Length == 0 ? null : Read.Country(request.Country, "country");
        var day = Read.OptionalDay(request.Day, "day") ?? clock.TodayIn(country ?? WorkerNumber.CountryOf(number));
        call.MustReach(new Reach { Countries = country is null ? [] : [country], Worker = number }, country is null ? "country" : "worker_number");

        var numbers = await db.NumbersOf(number, context.CancellationToken);
        var only = call.Caller.ShownOnly();
        var memberships = await db.Memberships.AsNoTracking()
            .Where(m => numbers.Contains(m.WorkerNumber) && (only == null || m.Country == only) && m.EndReason != MembershipEnd.RecordedInError).ToListAsync(context.CancellationToken);
        List<HeldMonths> held =
        [
            .. memberships.GroupBy(m => m.Scheme).Select(g => new HeldMonths(book.Find(g.Key)!, Months.Of(g.SelectMany(m => m.PaidMonths)))),
            .. only is null ? [] : (await Stated(request.Statements, numbers, context.CancellationToken)).Where(h => h.Scheme.Country != only),
        ];

        call.DiscloseUnderEach(number, memberships.Select(m => m.WorkerNumber), "insurance_periods");
        var countries = held.Where(h => h.Scheme.Branches.Any(b => b.Branch == branch)).Select(h => h.Scheme.Country).Distinct().Order(StringComparer.Ordinal).ToList();
        return new()
        {
            Today = { TotalisationRules.Of(branch, held, day, (one, other) => TotalisationRules.Between(one, other, day, book.Agreements) is { } by ? (true, by) : (false, null)).Select(ToProto) },
            Model = { TotalisationRules.Of(branch, held, day, (one, other) => (terms.ModelHolds(one, branch) && terms.ModelHolds(other, branch), null), terms.LeastOwnMonths).Select(ToProto) },
            ModelSource = terms.ModelEvidence.ToProto(),
            Agreements = { from one in countries from other in countries where string.CompareOrdinal(one, other) < 0 select Between(one, other, day) },
        };
    }

    /// <summary>What other countries signed. A scheme that two statements name has the months of both: each was on record when it was signed.</summary>
    async Task<IEnumerable<HeldMonths>> Stated(RepeatedField<string> texts, IReadOnlyList<string> numbers, CancellationToken cancel)
    {
        if (texts.Count == 0)
            return [];
        if (texts.Count > MostStatements)
            throw Refuse.Invalid(Problems.StatementsTooMany(MostStatements));
        var trust = await keys.Trust(null, cancel);
        var periods = new List<StatedPeriod>();
        foreach (var text in texts)
        {
            var verdict = StatementCheck.Check(Read.Text(text, "statements", PassText.MostCharacters), trust, clock.GetUtcNow());
            if (verdict.Statement is not { } statement)
                throw Refuse.Invalid(Problems.StatementNotTaken(verdict.Code));
            if (!numbers.Contains(statement.WorkerNumber))
                throw Refuse.Invalid(Problems.StatementOfAnother());
            // A country states its own schemes; of another's its signature says nothing.
            periods.AddRange(statement.Periods.Where(p => book.Find(p.Scheme)?.Country == statement.Country));
        }
        return periods.GroupBy(p => p.Scheme).Select(g => new HeldMonths(book.Find(g.Key)!, g.Aggregate(Months.None, (all, p) => all.With(p.First, p.Last))));
    }

    Proto.AgreementBetween Between(string country, string other, DateOnly day)
    {
        var agreement = TotalisationRules.Between(country, other, day, book.Agreements);
        return new() { Country = country, Other = other, AgreementId = agreement?.Id ?? "", Source = (agreement ?? TotalisationRules.NoneBetween(country, other, book.Agreements))?.Evidence.ToProto() };
    }

    static Proto.CountryMonths ToProto(CountryMonths months)
    {
        var shown = new Proto.CountryMonths
        {
            Country = months.Scheme.Country,
            SchemeId = months.Scheme.Id,
            OwnMonths = months.Own,
            MonthsTogether = months.Together,
            Suffices = months.Suffices,
            SharePpm = months.SharePpm,
            AgreementIds = { months.Agreements.Select(a => a.Id) },
            Source = months.Rule.Evidence.ToProto(),
        };
        if (months.Needed is { } needed)
            shown.MonthsNeeded = needed;
        return shown;
    }
}
