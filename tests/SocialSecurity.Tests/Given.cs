using Gms.Platform;
using Gms.Registry.V1;
using Gms.SocialSecurity.V1;
using Gms.Testing;
using Gms.Type.V1;
using Grpc.Core;

namespace Gms.SocialSecurity.Tests;

/// <summary>Requests that are right, and the people who make them.</summary>
static class Given
{
    public static readonly DateTimeOffset Now = new(2026, 7, 15, 3, 0, 0, TimeSpan.Zero);

    public static Metadata OfficersPurpose => new() { { "gms-purpose", "social-security" } };

    public static CallInvoker Officer(this SocialSecurityHost host, string country = "TH") => host.As(Who.Is(Role.SocialSecurityOfficer, country), clock: Now);

    /// <summary>A number that Registry confirms: born on 20 May 1999, female.</summary>
    public static string Worker(this SocialSecurityHost host, string country = "LA")
    {
        host.Peers.Answer("/gms.registry.v1.Workers/ConfirmWorker", (ConfirmWorkerRequest r) => new ConfirmWorkerResponse
        {
            Exists = true, WorkerNumber = r.WorkerNumber, Country = r.WorkerNumber[..2], BirthDate = new() { Year = 1999, Month = 5, Day = 20 }, Sex = "female",
        });
        return WorkerNumber.New(country);
    }

    public static StartMembershipRequest Start(string worker, string scheme = "TH-SSF-33", string from = "2026-01-10", string employer = "1000000001", string employment = "FORMAL", string channel = "MOU_S59") => new()
    {
        RequestId = Guid.NewGuid().ToString(),
        WorkerNumber = worker,
        SchemeId = scheme,
        Employer = employer,
        FromDay = A.Day(from).ToProto(),
        EmploymentType = employment,
        Channel = channel,
    };

    public static PostContributionRequest Month(string membership, int month, int year = 2026, long wage = 12_000_00, long paid = 600_00) => new()
    {
        RequestId = Guid.NewGuid().ToString(),
        MembershipId = membership,
        Year = year,
        Month = month,
        Wage = new() { Minor = wage, Currency = "THB" },
        EmployeePaid = new() { Minor = paid, Currency = "THB" },
        EmployerPaid = new() { Minor = paid, Currency = "THB" },
    };

    public static CheckCoverageRequest Coverage(string worker, string day, string employment = "FORMAL", string channel = "MOU_S59") => new()
    {
        WorkerNumber = worker,
        Country = "TH",
        Day = A.Day(day).ToProto(),
        EmploymentType = employment,
        Channel = channel,
    };

    public static Date Date(string day) => A.Day(day).ToProto();
}
