using Gms.Platform;
using Gms.Testing;
using Gms.Type.V1;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Tests.Contracts;

/// <summary>What could never be right is refused by its field, and nothing is written.</summary>
public sealed class BadContractsTests(RecruitmentHost host) : IClassFixture<RecruitmentHost>
{
    public static TheoryData<string, Action<Proto.RegisterContractRequest>> Bad => new()
    {
        { "MONEY_MALFORMED terms.wage", r => r.Terms.Wage.Minor = -1 },
        { "MONEY_MALFORMED terms.wage", r => r.Terms.Wage.Minor = long.MinValue },
        { "MONEY_MALFORMED terms.wage", r => r.Terms.Wage.Minor = 1_000_000_000_000_001 },
        { "MONEY_MALFORMED terms.wage", r => r.Terms.Wage.Currency = "XYZ" },
        { "MONEY_MALFORMED terms.wage", r => r.Terms.Wage.Currency = new string('9', 30) },
        { "MONEY_MALFORMED terms.monthly_deduction", r => r.Terms.MonthlyDeduction.Minor = -1 },
        { "DAY_MALFORMED ends_on", r => r.EndsOn = new Date { Year = 2027, Month = 2, Day = 30 } },
        { "DAY_MALFORMED starts_on", r => r.StartsOn = new Date { Year = 0, Month = 1, Day = 1 } },
        { "NUMBER_OUT_OF_RANGE terms.hours_per_week", r => r.Terms.HoursPerWeek = 113 },
        { "NUMBER_OUT_OF_RANGE terms.days_per_week", r => r.Terms.DaysPerWeek = 8 },
        { "ID_MALFORMED employer_id", r => r.EmployerId = "1; DROP TABLE contracts" },
        { "WORKER_NUMBER_MALFORMED worker_number", r => r.WorkerNumber = new string('9', 30) },
        { "VALUE_UNKNOWN channel", r => r.Channel = "BY_FRIENDS" },
        { "TEXT_TOO_LONG document_reference", r => r.DocumentReference = new string('x', 201) },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task It_is_refused_by_its_field_and_nothing_is_written(string refusal, Action<Proto.RegisterContractRequest> spoil)
    {
        var (agency, _, employer, order) = await host.AttestedOrder();
        var request = Ask.Contract(WorkerNumber.New("LA"), agency, employer, order);
        spoil(request);

        var refused = (await Refused.With(StatusCode.InvalidArgument, () => host.Contracts(Who.AgencyOfficer(agency, "LA")).RegisterContractAsync(request))).Problems()[0];

        Assert.Equal(refusal, $"{refused.Code} {refused.Field}");
        Assert.False(await host.Db(db => db.Contracts.AnyAsync(c => c.AgencyId == agency)));
    }

    [Fact]
    public async Task The_largest_amount_that_is_read_is_weighed_without_overflow()
    {
        var (agency, _, employer, order) = await host.AttestedOrder();
        var request = Ask.Contract(WorkerNumber.New("LA"), agency, employer, order);
        (request.Terms.Wage.Minor, request.Terms.HoursPerWeek) = (1_000_000_000_000_000, 48);

        Assert.NotEmpty((await host.Contracts(Who.AgencyOfficer(agency, "LA")).RegisterContractAsync(request)).ContractId);
    }

    [Fact]
    public async Task A_suspension_and_a_contract_at_once_come_one_after_the_other()
    {
        for (var round = 0; round < 10; round++)
        {
            var (agency, licence, employer, order) = await host.AttestedOrder();
            var worker = WorkerNumber.New("LA");
            async Task<bool> Registers()
            {
                try
                {
                    await host.Contracts(Who.AgencyOfficer(agency, "LA")).RegisterContractAsync(Ask.Contract(worker, agency, employer, order));
                    return true;
                }
                catch (RpcException refused) when (refused.Problems()[0].Code == "CONTRACT_AGENCY_NOT_LICENSED")
                {
                    return false;
                }
            }
            var registers = Registers();
            var suspends = host.Agencies().SuspendLicenceAsync(new() { RequestId = Ask.NewId(), LicenceId = licence, Reason = "race" }).ResponseAsync;
            await Task.WhenAll(registers, suspends);

            // Registered: then it was written before the suspension was, and is there to be reviewed. Refused: then nothing is there.
            var written = await host.Db(db => db.Outbox.Where(e => e.Name == "gms.recruitment.contract-registered:1" && e.Body.Contains(worker)).CountAsync());
            Assert.Equal(await registers ? 1 : 0, written);
            Assert.Equal(["CONTRACT_AGENCY_NOT_LICENSED"], await Refused.Codes(StatusCode.FailedPrecondition, () => host.Contracts(Who.AgencyOfficer(agency, "LA")).RegisterContractAsync(Ask.Contract(WorkerNumber.New("LA"), agency, employer, order))));
        }
    }
}
