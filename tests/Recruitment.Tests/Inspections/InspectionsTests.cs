using Gms.Platform;
using Gms.Recruitment.Complaints;
using Gms.Recruitment.Inspections;
using Gms.Recruitment.Tests.Complaints;
using Gms.Testing;
using Gms.Type.V1;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Tests.Inspections;

public sealed class InspectionsTests(RecruitmentHost host) : IClassFixture<RecruitmentHost>
{
    Proto.Inspections.InspectionsClient As(string country = "LA", DateTimeOffset? at = null) => new(host.As(Who.Is(Role.Inspector, country), "recruitment-verification", at ?? RecruitmentHost.Now));

    async Task<string> Planned(Guid agency) => (await As().PlanInspectionAsync(new() { RequestId = Ask.NewId(), AgencyId = agency.ToString(), PlannedOn = Ask.Day(2026, 11, 22) })).InspectionId;

    static Proto.RecordVisitRequest Visit(string inspection) => new()
    {
        RequestId = Ask.NewId(),
        InspectionId = inspection,
        VisitedOn = Ask.Day(2026, 11, 22),
        Findings =
        {
            new Proto.InspectionFinding { Indicator = "FR04", Outcome = Outcome.Fail, Text = "Fees were taken.", EvidenceReference = "file 7" },
            new Proto.InspectionFinding { Indicator = "FR01", Outcome = Outcome.Pass, Text = "The licence hangs on the wall." },
        },
        Actions = { new Proto.RequiredAction { Indicator = "FR04", Text = "Pay the fees back.", DueOn = Ask.Day(2026, 12, 22) } },
    };

    [Fact]
    public async Task A_visit_is_planned_made_corrected_and_closed()
    {
        var (agency, _) = await host.LicensedAgency();
        var id = await Planned(agency);
        var action = (await As().RecordVisitAsync(Visit(id))).ActionIds.Single();
        Assert.Equal(["INSPECTION_ACTIONS_OPEN"], await Refused.StreamCodes(StatusCode.FailedPrecondition, () => As().CloseInspectionAsync(new() { RequestId = Ask.NewId(), InspectionId = id }).ResponseAsync));

        Assert.Equal(0, (await As().CompleteActionAsync(new() { RequestId = Ask.NewId(), InspectionId = id, ActionId = action, DoneOn = Ask.Day(2026, 11, 22), EvidenceReference = "receipts" })).StillOpen);
        Assert.Equal(id, Assert.Single((await As().ListInspectionsAsync(new() { Country = "LA", AgencyId = agency.ToString(), Open = true })).Inspections).InspectionId);
        await As().CloseInspectionAsync(new() { RequestId = Ask.NewId(), InspectionId = id });
        Assert.Empty((await As().ListInspectionsAsync(new() { Country = "LA", AgencyId = agency.ToString(), Open = true })).Inspections);

        var seen = (await As().GetInspectionAsync(new() { InspectionId = id })).Inspection;
        Assert.Equal((Proto.InspectionState.Closed, 2, false, "receipts"), (seen.State, seen.Findings.Count, seen.Actions.Single().Overdue, seen.Actions.Single().EvidenceReference));
        Assert.Equal(id, Assert.Single((await As().ListInspectionsAsync(new() { Country = "LA", AgencyId = agency.ToString() })).Inspections).InspectionId);
        Assert.Equal(["gms.recruitment.agency-inspected:1", "gms.recruitment.inspection-closed:1"], await host.Db(db => db.Outbox.Where(e => e.SubjectId == id).OrderBy(e => e.SubjectVersion).Select(e => e.Name).ToListAsync()));
    }

    [Fact]
    public async Task An_action_whose_day_is_over_becomes_a_work_item_until_it_is_done()
    {
        var (agency, _) = await host.LicensedAgency();
        var id = await Planned(agency);
        var action = (await As().RecordVisitAsync(Visit(id))).ActionIds.Single();
        Task Round(DateOnly day) => host.Services.GetRequiredService<OverdueActions>().Round(new(day.ToDateTime(new(5, 0)), TimeSpan.Zero), TestContext.Current.CancellationToken);
        Task<List<WorkItem>> Items() => host.Db(db => db.WorkItems.AsNoTracking().Where(i => i.Kind == "CORRECTIVE_ACTION_OVERDUE" && i.Key == action).ToListAsync());

        await Round(new(2026, 12, 22));
        Assert.Empty(await Items());
        await Round(new(2026, 12, 23));
        await Round(new(2026, 12, 24));
        Assert.Equal((WorkItemState.Open, "LA"), (Assert.Single(await Items()).State, Assert.Single(await Items()).Country));
        var later = RecruitmentHost.Now.AddDays(40);
        Assert.Equal(1, (await Counts(agency, later))["actions_overdue"]);

        await As(at: later).CompleteActionAsync(new() { RequestId = Ask.NewId(), InspectionId = id, ActionId = action, DoneOn = Ask.Day(2026, 12, 30), EvidenceReference = "receipts" });

        Assert.Equal(WorkItemState.Closed, Assert.Single(await Items()).State);
        Assert.True((await As(at: later).GetInspectionAsync(new() { InspectionId = id })).Inspection.Actions.Single().Overdue);
    }

    async Task<Dictionary<string, int>> Counts(Guid agency, DateTimeOffset at) =>
        (await As(at: at).ListPrioritiesAsync(new() { Country = "LA", PageSize = 200 })).Agencies.Single(a => a.AgencyId == agency.ToString()).Counts.ToDictionary(c => c.Name, c => c.Value);

    [Fact]
    public async Task Who_was_complained_about_with_ground_is_visited_before_others_and_each_count_is_shown()
    {
        var (quiet, _) = await host.LicensedAgency();
        var complaint = await (await (await (await new Complaining(host).Opened()).Asked()).Answered()).Upheld();

        var listed = (await As().ListPrioritiesAsync(new() { Country = "LA", PageSize = 200 })).Agencies;

        Assert.True(Place(complaint.Agency) < Place(quiet));
        var told = listed[Place(complaint.Agency)];
        Assert.Equal(RiskCounts.Names.Except(["days_since_visit"]), told.Counts.Select(c => c.Name));
        Assert.True(told.NeverVisited);
        Assert.Equal((1, 1), (told.Counts.Single(c => c.Name == "complaints_upheld").Value, told.Counts.Single(c => c.Name == "complaints_unremedied").Value));
        var planned = (await As().GetInspectionAsync(new() { InspectionId = await Planned(complaint.Agency) })).Inspection;
        Assert.Equal(["complaints_upheld", "complaints_unremedied"], planned.Reasons.Select(r => r.Name));

        int Place(Guid agency) => listed.ToList().FindIndex(a => a.AgencyId == agency.ToString());
    }

    [Fact]
    public async Task An_inspector_sees_the_own_country_s_agencies_only()
    {
        var (agency, _) = await host.LicensedAgency();
        var id = await Planned(agency);
        var stranger = As("TH");

        Assert.Equal(["INSPECTION_NOT_FOUND"], await Refused.StreamCodes(StatusCode.NotFound, () => stranger.GetInspectionAsync(new() { InspectionId = id }).ResponseAsync));
        Assert.Equal(["INSPECTION_NOT_FOUND"], await Refused.StreamCodes(StatusCode.NotFound, () => stranger.RecordVisitAsync(Visit(id)).ResponseAsync));
        Assert.Equal(["AGENCY_NOT_FOUND"], await Refused.StreamCodes(StatusCode.NotFound, () => stranger.PlanInspectionAsync(new() { RequestId = Ask.NewId(), AgencyId = agency.ToString(), PlannedOn = Ask.Day(2026, 12, 1) }).ResponseAsync));
        Assert.Equal(["OUTSIDE_SCOPE"], await Refused.StreamCodes(StatusCode.PermissionDenied, () => stranger.ListPrioritiesAsync(new() { Country = "LA" }).ResponseAsync));
        Assert.Equal(["OUTSIDE_SCOPE"], await Refused.StreamCodes(StatusCode.PermissionDenied, () => stranger.ListInspectionsAsync(new() { Country = "LA" }).ResponseAsync));
        var agencyOfficer = new Proto.Inspections.InspectionsClient(host.As(Who.AgencyOfficer(agency, "LA"), "recruitment-verification", RecruitmentHost.Now));
        Assert.Equal(["PERMISSION_MISSING"], await Refused.StreamCodes(StatusCode.PermissionDenied, () => agencyOfficer.GetInspectionAsync(new() { InspectionId = id }).ResponseAsync));
    }

    [Fact]
    public async Task What_cannot_be_is_refused_and_nothing_is_written()
    {
        var (agency, _) = await host.LicensedAgency();
        var id = await Planned(agency);
        async Task<string[]> Broken(StatusCode status, Action<Proto.RecordVisitRequest> by)
        {
            var visit = Visit(id);
            by(visit);
            return [.. await Refused.StreamCodes(status, () => As().RecordVisitAsync(visit).ResponseAsync)];
        }

        Assert.Equal(["INSPECTION_PLANNED_ALREADY"], await Refused.StreamCodes(StatusCode.FailedPrecondition, () => Planned(agency)));
        Assert.Equal(["INSPECTION_PLANNED_IN_PAST"], await Refused.StreamCodes(StatusCode.FailedPrecondition, () => As().PlanInspectionAsync(new() { RequestId = Ask.NewId(), AgencyId = agency.ToString(), PlannedOn = Ask.Day(2026, 11, 21) }).ResponseAsync));
        Assert.Equal(["INSPECTION_NOTHING_FOUND", "INSPECTION_ACTION_WITHOUT_FAILURE"], await Broken(StatusCode.InvalidArgument, v => v.Findings.Clear()));
        Assert.Equal(["INSPECTION_FINDING_TWICE"], await Broken(StatusCode.InvalidArgument, v => v.Findings.Add(v.Findings[0])));
        Assert.Equal(["INSPECTION_ACTION_WITHOUT_FAILURE"], await Broken(StatusCode.InvalidArgument, v => v.Actions[0].Indicator = "FR01"));
        Assert.Equal(["INSPECTION_ACTION_DUE_IN_PAST"], await Broken(StatusCode.InvalidArgument, v => v.Actions[0].DueOn = Ask.Day(2026, 11, 22)));
        Assert.Equal(["VALUE_UNKNOWN"], await Broken(StatusCode.InvalidArgument, v => v.Findings[0].Indicator = "FR99"));
        Assert.Equal(["INSPECTION_VISIT_BEFORE_PLAN"], await Broken(StatusCode.FailedPrecondition, v => v.VisitedOn = Ask.Day(2026, 11, 21)));
        Assert.Equal(["INSPECTION_VISIT_IN_FUTURE"], await Broken(StatusCode.FailedPrecondition, v => v.VisitedOn = Ask.Day(2026, 11, 23)));
        Assert.Empty((await As().GetInspectionAsync(new() { InspectionId = id })).Inspection.Findings);

        await As().CancelInspectionAsync(new() { RequestId = Ask.NewId(), InspectionId = id });
        Assert.Equal(["INSPECTION_STEP_NOT_NOW"], await Broken(StatusCode.FailedPrecondition, _ => { }));
    }

    [Theory]
    [InlineData(InspectionState.Planned, "Visited, Cancelled")]
    [InlineData(InspectionState.Visited, "Closed")]
    [InlineData(InspectionState.Closed, "")]
    [InlineData(InspectionState.Cancelled, "")]
    public void An_inspection_moves_only_forward(InspectionState from, string to) =>
        Assert.Equal(to, string.Join(", ", Enum.GetValues<InspectionState>().Where(next => from.CanBecome(next))));

    [Fact]
    public void Agencies_are_put_in_order_by_the_first_count_in_which_they_differ()
    {
        static IReadOnlyList<RiskCount> Counts(params int[] values) => [.. values.Select((v, i) => new RiskCount(RiskCounts.Names[i], v))];

        Assert.True(RiskCounts.Compare(Counts(1, 0, 0), Counts(0, 9, 9)) < 0);
        Assert.True(RiskCounts.Compare(Counts(1, 0, 1), Counts(1, 0, 0)) < 0);
        Assert.Equal(0, RiskCounts.Compare(Counts(1, 2), Counts(1, 2)));
    }

    [Theory]
    [InlineData(90, 0)]
    [InlineData(89, 1)]
    public void A_licence_near_its_end_counts(int daysLeft, int count)
    {
        var counts = RiskCounts.Of(A.Agency("LA", A.Licence(to: A.Today.AddDays(daysLeft))), [], A.Today.AddDays(-3), 0, 0, A.Today);

        Assert.Equal((count, 3), (counts.Single(c => c.Name == "licence_ends_soon").Value, counts.Single(c => c.Name == "days_since_visit").Value));
        Assert.Equal(RiskCounts.Names, counts.Select(c => c.Name));
    }
}
