using Gms.Platform;
using Gms.Recruitment.Agencies;
using Gms.Recruitment.Complaints;
using Gms.Recruitment.Compliance;
using Gms.Recruitment.Contracts;
using Gms.Recruitment.Costs;
using Gms.Recruitment.Declarations;
using Gms.Recruitment.Employers;
using Outcome = Gms.Type.V1.Outcome;
using Xunit;

namespace Gms.Recruitment.Tests.Compliance;

/// <summary>A verdict never improves when a fact is removed: every indicator, generated recruitments, every fact of each.</summary>
public sealed class VerdictPropertyTests
{
    const int Recruitments = 400;

    [Fact]
    public void No_check_of_a_recruitment_passes_only_because_a_fact_is_missing()
    {
        var random = new Random(20_261_126);
        var (removed, passes) = (0, new HashSet<string>());
        for (var i = 0; i < Recruitments; i++)
        {
            var facts = Parts.Generated(random);
            var before = Verdict.Of(facts.Build());
            passes.UnionWith(before.Where(c => c.Outcome == Outcome.Pass).Select(c => c.Code));
            // A bad answer speaks against the indicators that its item names, and against nothing else: no other check gets better without it.
            foreach (var answer in facts.Bad)
                foreach (var (one, other) in before.Zip(Verdict.Of((facts with { Bad = [.. facts.Bad.Where(b => b != answer)] }).Build())))
                    Assert.True(one.Outcome == other.Outcome || A.Reference.Questions.Item(answer)!.Indicators.Contains(one.Code), $"{one.Code} was {one.Outcome} and is {other.Outcome} without the answer to {answer}");
            foreach (var (fact, without) in facts.EachWithout())
            {
                removed++;
                foreach (var (one, other) in before.Zip(Verdict.Of(without.Build())))
                    Assert.False(other.Outcome == Outcome.Pass && one.Outcome != Outcome.Pass, $"{one.Code} was {one.Outcome} ({one.Message}) and passes without the {fact}: {other.Message}");
            }
        }
        Assert.True(removed > Recruitments * 15, $"{removed} facts removed");
        // What never passes proves nothing: everything that can pass at all did.
        Assert.Superset(new HashSet<string> { "FR01", "FR04", "FR05", "FR06", "FR07", "FR09", "FR10", "FR11", "FR12", "FR15", "FR16", "FR17", "FR18", "FR19", "FR20", "FR21", "FR29", "FR32", "FR33" }, passes);
    }

    /// <summary>What speaks for a recruitment may be taken away, and no check gets any better by it, not even from failed to unknown.</summary>
    [Fact]
    public void What_speaks_for_a_recruitment_may_be_taken_away_and_nothing_gets_better()
    {
        var facts = new Parts();
        var before = Verdict.Of(facts.Build());
        foreach (var (fact, without) in facts.EachWithout())
            foreach (var (one, other) in before.Zip(Verdict.Of(without.Build())))
                Assert.True(Rank(other.Outcome) <= Rank(one.Outcome), $"{one.Code} was {one.Outcome} and is {other.Outcome} without the {fact}");
    }

    [Fact]
    public void The_more_recruitments_of_an_agency_are_known_to_be_good_the_better_and_never_the_other_way()
    {
        var random = new Random(7);
        for (var i = 0; i < 500; i++)
        {
            var counts = new PartyCounts();
            for (var n = random.Next(6); n > 0; n--)
                counts.Add(string.Concat(Enumerable.Range(0, 38).Select(_ => "PPPFUN"[random.Next(6)])), 1);
            var (open, over) = (random.Next(2), random.Next(3));
            PartyComplaints complaints = new(open + over, open, open > 0 ? random.Next(2) : 0, random.Next(2), random.Next(2), random.Next(over + 1));
            var (agency, employers) = (A.Agency("LA", A.Licence(), A.Licence(from: new(2024, 1, 1), to: new(2025, 12, 31))), random.Next(3));
            AgencyFacts Facts(Agency of, int lookedAt) => new(of, new(2026, 12, 5), null, new(counts, new(2025, 1, 1), false), complaints, employers, lookedAt, A.Reference);
            var before = PartyVerdict.Of(Facts(agency, employers));

            // Whatever more is known to be late, no check passes by it that did not.
            foreach (var worse in new[] { complaints with { TimesLate = complaints.TimesLate + 1 }, complaints with { Retaliation = complaints.Retaliation + 1 }, complaints with { All = complaints.All + 1, Open = complaints.Open + 1 } })
                Assert.All(before.Zip(PartyVerdict.Of(Facts(agency, employers) with { Complaints = worse })), pair => Assert.False(pair.Second.Outcome == Outcome.Pass && pair.First.Outcome != Outcome.Pass, pair.First.Code));
            foreach (var without in new[] { PartyVerdict.Of(Facts(A.Agency("LA", A.Licence(to: new(2026, 12, 4))), employers)), PartyVerdict.Of(Facts(agency, Math.Max(employers - 1, 0))) })
                Assert.All(before.Zip(without), pair => Assert.False(pair.Second.Outcome == Outcome.Pass && pair.First.Outcome != Outcome.Pass, pair.First.Code));
        }
    }

    static int Rank(Outcome outcome) => outcome switch
    {
        Outcome.Fail => 0,
        Outcome.Unknown => 1,
        Outcome.NotApplicable => 2,
        _ => 3,
    };

    /// <summary>A recruitment in parts that can be taken out one by one; as it stands a fair one.</summary>
    sealed record Parts
    {
        public ContractTerms Terms { get; init; } = A.Terms();
        public bool Licensed { get; init; } = true;
        public Money? Deposit { get; init; } = new(50_000_000, "LAK");
        public bool Attested { get; init; } = true;
        public bool Ordered { get; init; } = true;
        public DateOnly? Visited { get; init; } = new(2026, 6, 1);
        public PartialDate? Born { get; init; } = new(1999, 7, 0);
        public bool Declared { get; init; } = true;
        public string[] Reads { get; init; } = ["lo"];
        public bool? Papers { get; init; } = true;
        public bool? Owes { get; init; } = false;
        public bool? Borrowed { get; init; } = false;
        public bool? Free { get; init; } = true;
        public bool? Copy { get; init; } = true;
        public bool? Channel { get; init; } = true;
        public bool? Complete { get; init; } = true;
        public IReadOnlyList<CostLine> Costs { get; init; } = [A.Cost("VISA", Payer.Employer)];
        public DateOnly AsOf { get; init; } = new(2026, 12, 5);
        public bool SignedByWorker { get; init; } = true;
        public bool SignedByEmployer { get; init; } = true;
        public bool Accredited { get; init; } = true;

        /// <summary>What a first declaration said, which the second does not repeat.</summary>
        public bool? EarlierPapers { get; init; }

        /// <summary>Items of the questionnaire that were answered badly.</summary>
        public IReadOnlyList<string> Bad { get; init; } = [];

        /// <summary>The wage of a second version; null without one.</summary>
        public long? SecondWage { get; init; }

        public IReadOnlyList<Told> Complaints { get; init; } = [];

        public static Parts Generated(Random random)
        {
            T Any<T>(params T[] of) => of[random.Next(of.Length)];
            var terms = A.Terms();
            return new()
            {
                Terms = terms with
                {
                    Workplace = Any("TH-10", "TH-10", null),
                    MonthlyDeduction = Any(new Money(0, "THB"), new Money(130_000, "THB"), new Money(200_000, "THB"), null),
                    Housing = Any(Housing.EmployerFree, (Housing?)null),
                    InsuranceStated = Any(true, (bool?)false, null),
                    LeavingPenalty = Any(false, (bool?)true, null),
                    ReturnTravelPaidBy = Any(Payer.Employer, Payer.Worker, (Payer?)null),
                },
                Licensed = Any(true, true, false),
                Deposit = Any(new Money(50_000_000, "LAK"), null),
                Attested = Any(true, true, false),
                Visited = Any(new DateOnly(2026, 6, 1), (DateOnly?)null),
                Born = Any(new PartialDate(1999, 7, 0), new PartialDate(2008, 0, 0), new PartialDate(2010, 1, 1), (PartialDate?)null),
                Declared = Any(true, true, true, false),
                Reads = Any<string[]>(["lo"], ["km"]),
                Papers = Any(true, (bool?)false, null),
                Owes = Any(false, (bool?)true, null),
                Borrowed = Any(false, (bool?)true, null),
                Free = Any(true, (bool?)false, null),
                Copy = Any(true, (bool?)false, null),
                Channel = Any(true, (bool?)false, null),
                Complete = Any(true, true, (bool?)false, null),
                Costs = [.. Enumerable.Range(0, random.Next(4)).Select(_ => A.Cost(
                    Any("AGENT_FEE", "PASSPORT", "VISA", "SUBAGENT_FEE", "DEPOSIT", "BRIBE", "PDO", "OPPORTUNITY", "FEE_RECOVERY"), Any(Payer.Worker, Payer.Employer, Payer.Employer, Payer.Agency),
                    Any(Payee.OriginAgency, Payee.DestinationAgency, Payee.Authority, Payee.Broker), Any(1L, 1_000_000L), Any("THB", "LAK"), receipt: Any("R-1", null), statedBy: Any(StatedBy.Worker, StatedBy.Agency)))],
                SignedByWorker = Any(true, true, false),
                SignedByEmployer = Any(true, true, false),
                Accredited = Any(true, true, false),
                EarlierPapers = Any(true, (bool?)false, null),
                Bad = [.. s_items.Where(_ => random.Next(8) == 0)],
                SecondWage = Any(1_200_000L, 1_400_000L, (long?)null, null),
                Complaints = [.. Enumerable.Range(0, random.Next(3)).Select(_ => new Told(
                    Any(Enum.GetValues<ComplaintCategory>()), Late: Any(true, false), Retaliation: random.Next(6) == 0, Any(ComplaintFinding.Upheld, ComplaintFinding.Unfounded, (ComplaintFinding?)null), Worse: Any(true, false)))],
                AsOf = Any(new DateOnly(2026, 12, 5), new DateOnly(2027, 6, 1), new DateOnly(2026, 11, 1)),
            };
        }

        public IEnumerable<(string Fact, Parts Without)> EachWithout()
        {
            yield return ("place of work", this with { Terms = Terms with { Workplace = null } });
            yield return ("limit of deductions", this with { Terms = Terms with { MonthlyDeduction = null } });
            yield return ("housing", this with { Terms = Terms with { Housing = null } });
            yield return ("insurance", this with { Terms = Terms with { InsuranceStated = null } });
            yield return ("notice", this with { Terms = Terms with { NoticeDays = null } });
            yield return ("clause on leaving", this with { Terms = Terms with { LeavingPenalty = null } });
            yield return ("way home", this with { Terms = Terms with { ReturnTravelPaidBy = null } });
            yield return ("complaint channel in the contract", this with { Terms = Terms with { ComplaintChannelNamed = null } });
            yield return ("licence", this with { Licensed = false });
            yield return ("deposit", this with { Deposit = null });
            yield return ("attestation", this with { Attested = false });
            yield return ("job order", this with { Ordered = false });
            yield return ("visit", this with { Visited = null });
            yield return ("birth date", this with { Born = null });
            // With bad answers a declaration speaks against the recruitment too: those are taken out one by one.
            if (Bad.Count == 0)
                yield return ("declaration", this with { Declared = false });
            yield return ("word on papers", this with { Papers = null, EarlierPapers = null });
            yield return ("earlier word on papers", this with { EarlierPapers = null });
            yield return ("word on debt to the recruiter", this with { Owes = null });
            yield return ("word on loans", this with { Borrowed = null });
            yield return ("word on leaving", this with { Free = null });
            yield return ("word on the copy", this with { Copy = null });
            yield return ("word on the complaint channel", this with { Channel = null });
            yield return ("word that the costs are complete", this with { Complete = null });
            yield return ("worker's signature", this with { SignedByWorker = false });
            yield return ("employer's signature", this with { SignedByEmployer = false });
            yield return ("accreditation", this with { Accredited = false });
            yield return ("second version", this with { SecondWage = null });
            // Taken out of a complaint is what is known of it: that somebody complained stays, and the worker's word and the terms that it was about go with it.
            foreach (var complaint in Complaints)
                yield return ($"complaint of {complaint.Category}", this with { Complaints = [.. Complaints.Select(c => c == complaint ? Told.Nothing : c)], Papers = null, EarlierPapers = null, SecondWage = null });
            foreach (var line in Costs)
            {
                // That the lines on record are all is said of these lines: one that is taken out takes that word with it.
                yield return ($"cost of {line.Item}", this with { Costs = [.. Costs.Where(c => c != line)], Complete = null });
                yield return ($"receipt for {line.Item}", this with { Costs = [.. Costs.Select(c => c == line ? A.Cost(line.Item, line.Payer, line.Payee, line.Amount.Minor, line.Amount.Currency, line.PaidOn, null, line.StatedBy) : c)] });
            }
        }

        public RecruitmentFacts Build()
        {
            var employer = A.Employer(accredited: Accredited, visited: Visited is not null, visitedOn: Visited);
            var agency = new Agency { Id = A.AgencyId, Country = "LA", Name = "Example", RegistrationNumber = "1", RegisteredAt = DateTimeOffset.UnixEpoch, Licences = Licensed ? [A.Licence(deposit: Deposit)] : [] };
            var contract = A.Contract(A.Text(Terms) with { JobOrderId = Ordered ? A.JobOrderId : null }, born: Born, bornUnknown: Born is null, agency: agency, employer: employer, order: A.JobOrder(attested: Attested));
            contract.Versions[0].Signatures.RemoveAll(s => s.Party == ContractParty.Worker ? !SignedByWorker : !SignedByEmployer);
            if (SecondWage is { } wage)
            {
                A.AddVersion(contract, A.Text(A.Terms(wage) with { Workplace = Terms.Workplace }), VersionCause.Amended);
                contract.Versions[1].Signatures.AddRange(contract.Versions[0].Signatures);
            }
            var bad = Bad.ToDictionary(code => code, code => A.Reference.Questions.Item(code)!.Good == StatementAnswer.Yes ? StatementAnswer.No : StatementAnswer.Yes);
            Declaration[] declarations = Declared ? [A.Declaration(Papers, Owes, Borrowed, Free, Copy, Channel, Complete, Reads), A.Declaration(EarlierPapers, null, null, null, null, null, null, Reads), A.Stated(bad)] : [];
            return A.FactsWith(contract, declarations, [.. Complaints.Select(c => c.Build())], AsOf, [.. Costs]);
        }

        /// <summary>Items that have no rule of their own.</summary>
        static readonly string[] s_items = ["UNDERSTOOD_CONTRACT", "PAID_FEE", "DECEIVED", "MOVES_FREELY", "REACHES_FAMILY", "THREATENED", "WAGE_WITHHELD", "OVERTIME_FORCED"];
    }

    /// <summary>A complaint in parts.</summary>
    sealed record Told(ComplaintCategory Category, bool Late, bool Retaliation, ComplaintFinding? Finding, bool Worse)
    {
        /// <summary>One of which nothing is known but that it is open.</summary>
        public static readonly Told Nothing = new(ComplaintCategory.Other, false, false, null, false);

        public Complaint Build()
        {
            var complaint = A.Complaint(Category, Late ? new(2026, 10, 1) : new(2028, 1, 1), Category == ComplaintCategory.ContractDiffers ? [new("wage", "1", "2", Worse)] : []);
            if (Retaliation)
                complaint.ReportRetaliation();
            if (Finding is { } finding)
                complaint.Decide(finding, finding == ComplaintFinding.Unfounded ? null : ComplaintRemedy.Other, null, "an-inspector", new(2026, 10, 1), Late ? new(2026, 10, 1) : new(2028, 1, 1));
            if (Finding == ComplaintFinding.Unfounded)
                complaint.End(ComplaintStep.Close, Late ? new(2028, 1, 1) : new(2026, 10, 1));
            return complaint;
        }
    }
}
