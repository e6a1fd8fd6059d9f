using Gms.Platform;
using Gms.SocialSecurity.Contributions;
using Gms.SocialSecurity.Memberships;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.SocialSecurity.V1;

namespace Gms.SocialSecurity.Portability;

partial class PortabilityService
{
    public override async Task<Proto.CalculateExitResponse> CalculateExit(Proto.CalculateExitRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var number = Read.WorkerNumber(request.WorkerNumber, "worker_number");
        var country = Read.Country(request.Country, "country");
        var leaving = Read.OptionalDay(request.LeavingOn, "leaving_on", Months.LastYear) ?? clock.TodayIn(country);
        var said = Read.OptionalAnyCountry(request.Nationality, "nationality");
        call.MustReach(new Reach { Countries = [country], Worker = number }, "worker_number");

        var numbers = await db.NumbersOf(number, cancel);
        var memberships = await db.Memberships.AsNoTracking()
            .Where(m => numbers.Contains(m.WorkerNumber) && m.Country == country && m.FromDay <= leaving && m.EndReason != MembershipEnd.RecordedInError).OrderBy(m => m.FromDay).ThenBy(m => m.Id).ToListAsync(cancel);
        Guid[] ids = [.. memberships.Select(m => m.Id)];
        var paid = (await db.Contributions.AsNoTracking().Where(c => ids.Contains(c.MembershipId) && c.Month <= leaving).ToListAsync(cancel)).Standing().Values.ToLookup(c => c.MembershipId);

        call.DiscloseUnderEach(number, memberships.Select(m => m.WorkerNumber), "exit");
        return new()
        {
            Lines =
            {
                from scheme in memberships.GroupBy(m => m.Scheme).OrderBy(g => g.Key, StringComparer.Ordinal)
                from line in ExitRules.Of(Facts(scheme.Key, [.. scheme], paid, said, leaving), exits.Of(scheme.Key))
                select line.ToProto(scheme),
            },
        };
    }

    ExitFacts Facts(string scheme, List<Membership> memberships, ILookup<Guid, Contribution> paid, string? nationality, DateOnly leaving)
    {
        List<Contribution> months = [.. memberships.SelectMany(m => paid[m.Id])];
        var born = memberships.LastOrDefault(m => m.Born.Length > 0)?.Born;
        return new(book.Find(scheme)!, Months.Of(memberships.SelectMany(m => m.PaidMonths)).CountIn(0, Months.Index(leaving)), memberships[0].FromDay, memberships.Max(m => m.ToDay < leaving ? m.ToDay.Value : leaving),
            months.Sum(c => c.EmployeePaid), months.Sum(c => c.EmployerPaid),
            born is null ? null : PartialDate.Parse(born), IsWoman(memberships[^1].Sex), IsNational(memberships, nationality), nationality is null && !CameAsForeigner(memberships), leaving);
    }

    static bool? IsWoman(string sex) => sex switch { "female" => true, "male" => false, _ => null };

    static bool IsNational(List<Membership> memberships, string? nationality) =>
        nationality is null ? !CameAsForeigner(memberships) && WorkerNumber.CountryOf(memberships[0].WorkerNumber) == memberships[0].Country : nationality == memberships[0].Country;

    /// <summary>A channel is a way for foreigners into the country of work.</summary>
    static bool CameAsForeigner(List<Membership> memberships) => memberships.Exists(m => m.Channel.Length > 0);
}
