using System.Diagnostics;
using System.Globalization;
using Gms.Events.Registry;
using Gms.Platform;
using Gms.Reintegration.Cases;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.Reintegration.V1;

namespace Gms.Reintegration.Tests.Cases;

/// <summary>A border closes and many come home in one import: each has a case, those who need help sooner stand first. REGISTRY_MASS_RETURN sets how many, 5,000 unless set.</summary>
public sealed class MassReturnTests(ReintegrationHost host) : IClassFixture<ReintegrationHost>
{
    const int Piece = 500;

    static readonly int Many = int.Parse(Environment.GetEnvironmentVariable("REGISTRY_MASS_RETURN") ?? "5000", CultureInfo.InvariantCulture);

    [Fact]
    public async Task Everybody_has_a_case_and_a_deadline_and_the_first_page_holds_those_who_need_help_first()
    {
        var import = Guid.NewGuid().ToString();
        var clock = Stopwatch.StartNew();
        for (var piece = 0; piece < Many / Piece; piece++)
            await host.Deliver<WorkersReturned, OnWorkersReturned>(Returned(import, piece));
        var opened = clock.Elapsed;

        Assert.Equal(Many, await host.Db(db => db.Cases.CountAsync()));
        Assert.Equal(Many, await host.Db(db => db.Set<Gms.Reintegration.Casework.StepWatch>().CountAsync()));
        clock.Restart();
        var cases = new Proto.Cases.CasesClient(host.As(A.Counsellor, "reintegration"));
        var (order, seen) = (int.MaxValue, 0);
        for (var token = ""; seen < 1_000;)
        {
            var page = await cases.ListCasesAsync(new() { Country = "LA", State = Proto.CaseState.Opened, PageSize = 200, PageToken = token });
            foreach (var held in page.Cases)
            {
                Assert.True(held.Triage.Order <= order, "out of order");
                Assert.Equal(held.Triage.Order, held.Triage.Reasons.Sum(r => r.Weight));
                order = held.Triage.Order;
            }
            seen += page.Cases.Count;
            token = page.NextPageToken;
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{Many} cases opened in {opened.TotalSeconds:0.0} s, {Many / opened.TotalSeconds:0} a second; five pages of 200 in order in {clock.Elapsed.TotalMilliseconds:0} ms");
        Assert.Equal("ABUSE", (await cases.ListCasesAsync(new() { Country = "LA", PageSize = 1 })).Cases.Single().Reason);
    }

    /// <summary>Most lost their work, every tenth is ill, every hundredth was abused.</summary>
    static WorkersReturned Returned(string import, int piece)
    {
        var returns = Enumerable.Range(0, Piece).Select(i => new ListedReturn
        {
            ReturnId = Guid.CreateVersion7(),
            WorkerNumber = WorkerNumber.New("LA"),
            From = "TH",
            Reason = i % 100 == 7 ? "ABUSE" : i % 10 == 3 ? "ILLNESS" : "FORCED_CONFLICT",
            ReturnedOn = Given.Today,
        }).ToList();
        return new()
        {
            EventId = Guid.CreateVersion7(),
            OccurredAt = DateTimeOffset.UtcNow,
            SubjectId = import,
            SubjectVersion = piece + 1,
            WorkerNumbers = [.. returns.Select(r => r.WorkerNumber)],
            Country = "LA",
            Returns = returns,
        };
    }
}
