using Gms.SocialSecurity.Contributions;
using Gms.SocialSecurity.Coverage;
using Gms.SocialSecurity.Memberships;
using Gms.SocialSecurity.Schemes;
using Xunit;

namespace Gms.SocialSecurity.Tests.Coverage;

/// <summary>What holds of every scheme, tried on records made by lot (the same ones each time), and which invariants which law breaks.</summary>
public sealed class InvariantTests
{
    const int Trials = 60;

    static readonly DateOnly Start = new(2024, 1, 1);

    /// <summary>
    /// Where a later day may take away what an earlier one gave although nothing changed but the calendar: the law asks for recent months,
    /// for more months from some day on, or ends a membership that is not paid.
    /// </summary>
    static readonly Dictionary<string, string> TimeTakesAway = new()
    {
        ["TH-SSF-33"] = "Social Security Act B.E. 2533: months within the 15 (6, 36) before the month of need",
        ["LA-NSSF-ENT"] = "Social Security Law 34/NA: months within the 12 before",
        ["MM-SSB-HSC"] = "Social Security Law 2012: months within the 6 (12) before",
        ["VN-SI-COMP"] = "Law 41/2024/QH15: 6 months within the 12 before birth",
        ["VN-UI"] = "Law on Employment: 12 months within the 24 before",
        ["CN-PENSION"] = "Decision of 2024 on retirement: 20 instead of 15 years from 2030 on",
    };

    public static TheoryData<string> Schemes => [.. A.Book.Schemes.Select(s => s.Id)];

    [Theory]
    [MemberData(nameof(Schemes))]
    public void The_order_in_which_months_arrive_changes_nothing(string id)
    {
        foreach (var (random, months, day) in Lots(id))
        {
            var shuffled = months.ToArray();
            random.Shuffle(shuffled);
            Assert.Equal(All(id, day, Member(id, months)), All(id, day, Member(id, shuffled)));
        }
    }

    [Theory]
    [MemberData(nameof(Schemes))]
    public void Splitting_the_record_of_one_employment_changes_nothing(string id)
    {
        foreach (var (random, months, day) in Lots(id))
        {
            var cut = Start.AddMonths(random.Next(1, 30)).AddDays(random.Next(0, 28));
            var first = Member(id, months.Where(m => m < cut)) with { To = cut.AddDays(-1) };
            var second = Member(id, months.Where(m => m >= cut)) with { From = cut };
            // Whoever reads the whole record or both halves of it gives the same; where the day falls before the cut the second half is still to come.
            Assert.Equal(Brief(id, day, Member(id, months)), Brief(id, day, first, second));
        }
    }

    [Theory]
    [MemberData(nameof(Schemes))]
    public void Splitting_the_record_of_one_employment_makes_no_arrears_and_explains_its_months_alike(string id)
    {
        var scheme = A.Scheme(id);
        foreach (var (random, months, today) in Lots(id))
        {
            var cuts = Range(0, random.Next(1, 8)).Select(_ => Start.AddDays(random.Next(1, 1200))).Distinct().Order().ToList();
            Membership[] whole = [Record(id, Start, null)];
            Membership[] split = [.. cuts.Prepend(Start).Zip(cuts.Select(c => (DateOnly?)c.AddDays(-1)).Append(null), (from, to) => Record(id, from, to))];

            Assert.Equal(Owed(scheme, whole, months, today), Owed(scheme, split, months, today));
            Assert.Equal(Explained(scheme, whole, months, today), Explained(scheme, split, months, today));
        }
    }

    static Membership Record(string id, DateOnly from, DateOnly? to) => new()
    {
        Id = Guid.CreateVersion7(), WorkerNumber = "LA-0000-0000-0", Country = id[..2], Scheme = id, Employer = "1", EmploymentType = "FORMAL", Channel = "", FromDay = from, ToDay = to, Born = "", Sex = "",
    };

    /// <summary>Each month filed once, on the spell to which the rules of a filing give it; every third is paid too little.</summary>
    static List<Contribution> Filed(Scheme scheme, Membership[] spells, DateOnly[] months) =>
    [
        .. from month in months
           let due = Due.For(scheme, month, 500_000_00)
           let filed = new Filed("LA-0000-0000-0", scheme, "1", month, new(500_000_00, scheme.Currency), null, null, false)
           select Contribution.Of(FilingRules.MembershipOf(filed, spells, _ => false).Membership!, scheme.Currency, month, 500_000_00, due, due.Employee ?? 1, month.Month % 3 == 0 ? 0 : due.Employer ?? 1),
    ];

    static List<object> Owed(Scheme scheme, Membership[] spells, DateOnly[] months, DateOnly today) =>
        [.. ArrearsRules.Of(spells, scheme, Filed(scheme, spells, months), Payments, today).Select(m => (m.Month, m.State, m.Expected, m.Paid, m.Missing, m.DueOn, m.Penalty, m.Note))];

    static List<object> Explained(Scheme scheme, Membership[] spells, DateOnly[] months, DateOnly today) =>
        [.. MonthRules.Explain(Months.Index(Start), Months.Index(Start) + 45, spells, [.. Filed(scheme, spells, months).Select(c => (c.MembershipId, c.Month, c.State, c.Counts))], today)
            // Of a month of which nothing is posted every record of it is told.
            .Select(m => (m.Month, m.State, m.Days, m.Employers, m.NotPosted > 0))];

    static readonly PaymentDays Payments = PaymentDays.Load();

    [Theory]
    [MemberData(nameof(Schemes))]
    public void One_more_month_paid_never_takes_a_branch_away(string id)
    {
        foreach (var (random, months, day) in Lots(id))
        {
            var more = months.Append(Start.AddMonths(random.Next(0, 40))).ToArray();
            var worse = All(id, day, Member(id, months)).Zip(All(id, day, Member(id, more))).Where(pair => pair.Second.Rank > pair.First.Rank || pair.Second.Counted < pair.First.Counted);
            Assert.Empty(worse);
        }
    }

    [Theory]
    [MemberData(nameof(Schemes))]
    public void One_more_employer_never_takes_a_branch_away(string id)
    {
        foreach (var (random, months, day) in Lots(id))
        {
            var one = Member(id, months);
            var other = Member(id, [Start.AddMonths(random.Next(0, 40))]) with { From = one.From.AddDays(random.Next(0, 300)) };
            var worse = All(id, day, one).Zip(All(id, day, one, other)).Where(pair => pair.Second.Rank > pair.First.Rank);
            Assert.Empty(worse);
        }
    }

    [Theory]
    [MemberData(nameof(Schemes))]
    public void Time_alone_takes_a_branch_away_only_where_a_law_says_so(string id)
    {
        var taken = Lots(id).Any(lot => Range(0, 80).Select(i => All(id, lot.Day.AddMonths(i), Member(id, lot.Months))).ToList() is var days
            && days.Zip(days.Skip(1)).Any(pair => pair.First.Zip(pair.Second).Any(b => b.First.State == CoverageState.Covered && b.Second.State is CoverageState.Waiting or CoverageState.NotCovered)));
        var age = A.Scheme(id).Branches.All(b => b.Qualifying is not { AgeInWords.Length: > 0 });

        if (taken)
            Assert.True(TimeTakesAway.TryGetValue(id, out var law) && law.Length > 0, $"{id} loses cover with time, and no law is named");
        // The pension's age is in words, so it is never covered here and cannot be lost either.
        else if (age)
            Assert.DoesNotContain(id, TimeTakesAway.Keys);
    }

    [Theory]
    [MemberData(nameof(Schemes))]
    public void Whoever_waits_until_a_day_and_pays_each_month_is_covered_on_it_and_not_before(string id)
    {
        foreach (var (_, months, day) in Lots(id))
            foreach (var waiting in All(id, day, Member(id, months)).Where(v => v is { State: CoverageState.Waiting, WaitingFrom: not null }))
            {
                var until = waiting.WaitingFrom!.Value;
                var paying = months.Concat(Range(0, 1 + Math.Max(0, Months.Index(until) - Months.Index(day))).Select(i => new DateOnly(day.Year, day.Month, 1).AddMonths(i))).Distinct().ToArray();
                var rule = A.Scheme(id).Branches.Single(b => b.Evidence == waiting.Evidence);
                if (rule.Qualifying is { RisesFrom: { } rises } && until >= rises)
                    continue;    // the law itself moves the day (China, 2030)
                Assert.Equal(CoverageState.Covered, CoverageRules.Decide(until, rule, At(id, until, Member(id, paying))).State);
                Assert.NotEqual(CoverageState.Covered, CoverageRules.Decide(until.AddDays(-1), rule, At(id, until.AddDays(-1), Member(id, paying))).State);
            }
    }

    [Fact]
    public void A_list_says_of_every_job_what_a_check_says()
    {
        foreach (var country in new[] { "KH", "CN", "LA", "MM", "TH", "VN" })
            foreach (var employment in A.Book.EmploymentTypes)
                foreach (var nationality in new[] { "LA", country })
                {
                    var job = A.Job(country, employment, channel: "", nationality, day: "2026-07-20");
                    Insured[] records = [.. A.Book.Schemes.Where(s => s.Country == country).Take(2).Select(s => A.Insured(s.Id, months: A.Months("2026-01", 5)))];
                    var plan = new Plan(A.Book, job);
                    var whole = CoverageService.Answer(plan, job, records);
                    var brief = plan.Best(plan.Positions(records)).Where(b => b.Best is not null || b.Branch != Branch.Funeral);
                    Assert.Equal(whole.Branches.Select(b => ((int)b.Branch, (int)b.State)), brief.Select(b => ((int)b.Branch, (int)(b.Best?.State ?? CoverageState.NotCovered))));
                }
    }

    static IEnumerable<int> Range(int from, int count) => Enumerable.Range(from, count);

    /// <summary>Some months of forty, and a day.</summary>
    static IEnumerable<(Random Random, DateOnly[] Months, DateOnly Day)> Lots(string id)
    {
        for (var trial = 0; trial < Trials; trial++)
        {
            var random = new Random((trial * 31) + id.Sum(c => c));
            var share = random.NextDouble();
            yield return (random, [.. Range(0, 40).Where(_ => random.NextDouble() < share).Select(i => Start.AddMonths(i))], Start.AddDays(random.Next(31, 1200)));
        }
    }

    static Insured Member(string id, IEnumerable<DateOnly> months) =>
        new(id, Start, null, Platform.PartialDate.Parse("1955-03-03"), "male", Months.Of(months));

    static Position At(string id, DateOnly day, params Insured[] records) =>
        Position.Of(A.Scheme(id), A.Job(id[..2], channel: "", nationality: id[..2], day: $"{day:yyyy-MM-dd}"), records);

    static List<Verdict> All(string id, DateOnly day, params Insured[] records) =>
        [.. A.Scheme(id).Branches.Select(b => CoverageRules.Decide(day, b, At(id, day, records)))];

    static List<(CoverageState, DateOnly?, int)> Brief(string id, DateOnly day, params Insured[] records) =>
        [.. All(id, day, records).Select(v => (v.State, v.WaitingFrom, v.Counted))];
}
