using Gms.Platform;
using Gms.SocialSecurity.Contributions;
using Gms.SocialSecurity.Memberships;
using Gms.SocialSecurity.Schemes;
using Grpc.Core;
using Proto = Gms.SocialSecurity.V1;

namespace Gms.SocialSecurity.Portability;

partial class PortabilityService
{
    public override Task<Proto.ForecastExitResponse> ForecastExit(Proto.ForecastExitRequest request, ServerCallContext context)
    {
        var scheme = book.Find(Read.Text(request.SchemeId, "scheme_id", 40)) ?? throw Refuse.NotFound(Problems.SchemeNotFound());
        var nationality = Read.OptionalAnyCountry(request.Nationality, "nationality");
        var month = Read.PartialDay(request.FirstMonth, "first_month");
        var first = new DateOnly(Read.Number(month.Year, "first_month", 1950, Months.LastYear), Read.Number(month.Month, "first_month", 1, 12), 1);
        var months = Read.Number(request.Months, "months", 1, 600);
        var wage = Read.OptionalMoney(request.Wage, "wage");
        PartialDate? born = request.BirthDate is null ? null : Read.PartialDay(request.BirthDate, "birth_date");
        bool? woman = request.Sex.Length == 0 ? null : Read.Code(request.Sex, "sex", ["F", "M"]) == "F";
        if (wage is not null && wage.Currency != scheme.Currency)
            throw Refuse.Invalid(Problems.ExitCurrency(scheme.Currency));

        var (employee, employer) = Cost(scheme, first, months, wage?.Minor);
        var leaving = first.AddMonths(months).AddDays(-1);
        var facts = new ExitFacts(scheme, months, first, leaving, employee, employer, born, woman, nationality == scheme.Country, false, leaving);
        return Task.FromResult(new Proto.ForecastExitResponse { Lines = { ExitRules.Of(facts, exits.Of(scheme.Id)).Select(l => l.ToProto([])) } });
    }

    /// <summary>What the months cost under the rates of each; null for a share that one of them does not tell.</summary>
    static (long? Employee, long? Employer) Cost(Scheme scheme, DateOnly first, int months, long? wage)
    {
        long? employee = 0, employer = 0;
        for (var i = 0; i < months; i++)
        {
            var due = Due.For(scheme, first.AddMonths(i), wage);
            (employee, employer) = (employee + due.Employee, employer + due.Employer);
        }
        return (employee, employer);
    }
}
