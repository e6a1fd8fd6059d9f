using Gms.Testing;
using Gms.Type.V1;
using Grpc.Core;
using Xunit;
using Proto = Gms.SocialSecurity.V1;

namespace Gms.SocialSecurity.Tests.Portability;

public sealed class CalculateExitTests(SocialSecurityHost host) : IClassFixture<SocialSecurityHost>
{
    // Two months of 600 + 600 baht: under 12 months the own share at most, at 55.
    [Fact]
    public async Task Two_months_of_600_baht_are_at_most_1200_at_55_and_the_amounts_on_record_stand_beside()
    {
        var (worker, membership) = await Insured(1, 2);

        var line = (await Own(worker).CalculateExitAsync(new() { WorkerNumber = worker, Country = "TH" })).Lines[0];

        Assert.Equal((Proto.ExitState.Later, 1_200_00L, Proto.ExitAmount.AtMost, 2, 1_200_00L), (line.State, line.Amount.Minor, line.AmountIs, line.MonthsCounted, line.EmployerPaid.Minor));
        Assert.Equal((2054, 5, 20), (line.PayableFrom.Year, line.PayableFrom.Month, line.PayableFrom.Day));
        Assert.Equal([membership], line.MembershipIds);
        Assert.Null(line.ClaimBy);
        Assert.Empty(line.Forms);
    }

    [Fact]
    public async Task Of_a_corrected_month_only_the_last_filing_is_counted_as_paid()
    {
        var (worker, membership) = await Insured(1);
        await host.Db(async db =>
        {
            var month = db.Contributions.Single(c => c.MembershipId == Guid.Parse(membership));
            db.Contributions.Add(new() { Id = Guid.CreateVersion7(), MembershipId = month.MembershipId, Month = month.Month, Currency = "THB", Wage = month.Wage, Base = month.Base, EmployeeExpected = 600_00, EmployerExpected = 600_00, EmployeePaid = 100_00, EmployerPaid = 0, State = Gms.SocialSecurity.Contributions.ContributionState.Short, Counts = false, Rate = month.Rate, Note = "", Correction = 1 });
            return await db.SaveChangesAsync();
        });

        var line = (await Own(worker).CalculateExitAsync(new() { WorkerNumber = worker, Country = "TH" })).Lines[0];

        Assert.Equal((0, 100_00L, Proto.ExitState.Unknown), (line.MonthsCounted, line.EmployeePaid.Minor, line.State));
    }

    [Fact]
    public async Task Months_after_the_day_of_leaving_and_what_was_paid_for_them_are_not_counted()
    {
        var (worker, _) = await Insured(1, 2, 4, 5);

        var line = (await Own(worker).CalculateExitAsync(new() { WorkerNumber = worker, Country = "TH", LeavingOn = Given.Date("2026-03-31") })).Lines[0];

        Assert.Equal((2, 1_200_00L, 1_200_00L), (line.MonthsCounted, line.EmployeePaid.Minor, line.EmployerPaid.Minor));
    }

    [Fact]
    public async Task Who_is_a_member_of_nothing_gets_no_line()
    {
        var worker = host.Worker();

        Assert.Empty((await Own(worker).CalculateExitAsync(new() { WorkerNumber = worker, Country = "TH" })).Lines);
    }

    [Fact]
    public async Task Registry_may_ask_for_a_return_and_for_nothing_else()
    {
        var (worker, _) = await Insured(1);

        Assert.NotEmpty((await As(Purpose.Reintegration).CalculateExitAsync(new() { WorkerNumber = worker, Country = "TH" })).Lines);
        await Refused.With(StatusCode.PermissionDenied, () => As(Purpose.SocialSecurity).CalculateExitAsync(new() { WorkerNumber = worker, Country = "TH" }));

        Proto.Portability.PortabilityClient As(Purpose purpose) => new(host.As(Who.Is(Gms.Platform.Role.MinistryOfficer, "LA") with { Service = "registry" }, Gms.Platform.Purposes.Name(purpose), Given.Now));
    }

    [Fact]
    public async Task Another_workers_exit_is_nobodys_business()
    {
        var (worker, _) = await Insured(1);
        var (other, _) = await Insured(1);

        await Refused.With(StatusCode.PermissionDenied, () => Own(other).CalculateExitAsync(new() { WorkerNumber = worker, Country = "TH" }));
    }

    Proto.Portability.PortabilityClient Own(string worker) => new(host.As(Who.TheWorker(worker), "own-record", Given.Now));

    async Task<(string Worker, string Membership)> Insured(params int[] months)
    {
        var worker = host.Worker();
        var membership = (await new Proto.Memberships.MembershipsClient(host.Officer()).StartMembershipAsync(Given.Start(worker))).MembershipId;
        foreach (var month in months)
            await new Proto.Contributions.ContributionsClient(host.Officer()).PostContributionAsync(Given.Month(membership, month));
        return (worker, membership);
    }
}
