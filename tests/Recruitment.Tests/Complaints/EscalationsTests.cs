using Gms.Platform;
using Gms.Recruitment.Complaints;
using Gms.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Tests.Complaints;

public sealed class EscalationsTests(RecruitmentHost host) : IClassFixture<RecruitmentHost>
{
    Task<int> Round(DateTimeOffset now) => host.Services.GetRequiredService<Escalations>().Round(now, TestContext.Current.CancellationToken);

    /// <summary>Noon of a day in Vientiane.</summary>
    static DateTimeOffset Noon(DateOnly day) => new(day.ToDateTime(new(5, 0)), TimeSpan.Zero);

    [Fact]
    public async Task A_step_that_is_late_is_put_before_the_next_office_once_a_week_until_there_is_none()
    {
        var complaint = await (await new Complaining(host, new(2026, 11, 22, 5, 0, 0, TimeSpan.Zero)).Opened()).Asked();
        var due = new DateOnly(2026, 12, 2);

        Assert.Equal(0, await Round(Noon(due)));
        Assert.Equal(1, await Round(Noon(due.AddDays(1))));
        Assert.Equal(0, await Round(Noon(due.AddDays(1))));
        Assert.Equal(0, await Round(Noon(due.AddDays(8))));
        Assert.Equal(1, await Round(Noon(due.AddDays(9))));
        Assert.Equal(1, await Round(Noon(due.AddDays(17))));
        Assert.Equal(0, await Round(Noon(due.AddDays(400))));

        var seen = await complaint.Seen();
        Assert.Equal((3, Proto.ComplaintState.AnswerDue), (seen.Complaint.Escalation, seen.Complaint.State));
        var told = seen.Entries.Where(e => e.Kind == Proto.ComplaintEntryKind.Escalated).ToList();
        Assert.Equal(["Not done by 2026-12-02: put before the head of the office.", "Not done by 2026-12-10: put before the ministry.", "Not done by 2026-12-18: put before the ministries of both countries."], told.Select(e => e.Text));
        Assert.All(told, e => Assert.True(e.Late));
        Assert.Equal(3, await host.Db(db => db.WorkItems.CountAsync(i => i.Kind == "COMPLAINT_OVERDUE" && i.Subjects.Contains(complaint.Worker))));
        Assert.Equal(3, await host.Db(db => db.Outbox.CountAsync(e => e.SubjectId == complaint.Id && e.Name == "gms.recruitment.complaint-escalated:1")));

        // The agency may still answer: late, for good.
        complaint.Later(20);
        var answered = await complaint.As(complaint.AgencyOfficer).AnswerComplaintAsync(new() { RequestId = Ask.NewId(), ComplaintId = complaint.Id, Answer = "Sorry." });
        Assert.True(answered.Late);
        Assert.Equal(0, (await complaint.Seen()).Complaint.Escalation);
        var counts = ComplaintCounts.Of(await host.Db(db => db.StandingsOfAgency(complaint.Agency, Noon(due.AddDays(500)), default)), due.AddDays(20));
        Assert.Equal((1, 4), (counts.Open, counts.LateSteps));
        await complaint.As(complaint.TheWorker).WithdrawComplaintAsync(new() { RequestId = Ask.NewId(), ComplaintId = complaint.Id });
    }

    [Fact]
    public async Task What_counted_on_a_past_day_counts_so_a_year_later()
    {
        var complaint = await new Complaining(host).Opened();
        var opened = complaint.Now;
        complaint.Later(1);
        await (await complaint.Asked()).Answered();
        complaint.Later(1);
        await complaint.Upheld();
        var decided = complaint.Now;
        complaint.Later(1);
        await complaint.Remedied();
        await complaint.As(Complaining.Inspector).CloseComplaintAsync(new() { RequestId = Ask.NewId(), ComplaintId = complaint.Id, Reason = "Done." });

        async Task<ComplaintCounts> At(DateTimeOffset at) => ComplaintCounts.Of(await host.Db(db => db.StandingsOfAgency(complaint.Agency, at, default)), at.DayIn("LA"));
        Assert.Equal(0, (await At(opened.AddSeconds(-1))).All);
        Assert.Equal((1, 1, 0, 0), await Told(opened));
        Assert.Equal((1, 1, 1, 1), await Told(decided));
        Assert.Equal((1, 0, 1, 0), await Told(complaint.Now));
        Assert.Equal(new Dictionary<ComplaintState, int> { [ComplaintState.Closed] = 1 }, (await At(complaint.Now)).ByState);
        Assert.Equal(500_000, (await host.Db(db => db.RemediesOfContracts([Guid.Parse(complaint.Contract)], complaint.Now, default)))[Guid.Parse(complaint.Contract)].Sum(r => r.Amount!.Minor));
        Assert.Empty(await host.Db(db => db.RemediesOfContracts([Guid.Parse(complaint.Contract)], decided, default)));

        async Task<(int All, int Open, int Upheld, int Unremedied)> Told(DateTimeOffset at)
        {
            var counts = await At(at);
            return (counts.All, counts.Open, counts.Upheld, counts.Unremedied);
        }
    }
}

/// <summary>With the clock's own rounds, as in life.</summary>
public sealed class LateComplaintsTests(OverdueHost host) : IClassFixture<OverdueHost>
{
    [Fact]
    public async Task An_answer_that_is_late_is_escalated_by_itself()
    {
        var complaint = await (await new Complaining(host, TimeProvider.System.GetUtcNow().AddDays(-11)).Opened()).Asked();

        await Wait.Until(async () => (await complaint.Seen()).Complaint.Escalation == 1, "the clock escalates it");

        Assert.Equal(Proto.ComplaintEntryKind.Escalated, (await complaint.Seen()).Entries[^1].Kind);
    }
}

/// <summary>Recruitment with the rounds of its clock.</summary>
public sealed class OverdueHost : RecruitmentHost
{
    protected override void Replace(IServiceCollection services)
    {
    }
}

/// <summary>Waits for what the clock brings about.</summary>
static class Wait
{
    public static async Task Until(Func<Task<bool>> holds, string what)
    {
        var end = Environment.TickCount64 + 30_000;
        while (!await holds())
        {
            Assert.True(Environment.TickCount64 < end, $"Not within half a minute: {what}.");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }
}
