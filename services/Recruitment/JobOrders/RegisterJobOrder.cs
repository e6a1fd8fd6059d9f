using Gms.Events.Recruitment;
using Gms.Platform;
using Gms.Recruitment.Agencies;
using Gms.Recruitment.Contracts;
using Gms.Recruitment.Employers;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.JobOrders;

partial class JobOrdersService
{
    const int MostFurther = 20;

    public override async Task<Proto.RegisterJobOrderResponse> RegisterJobOrder(Proto.RegisterJobOrderRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var employerId = Read.Id(request.EmployerId, "employer_id");
        var employer = await db.Employers.AsNoTracking().Include(e => e.Standings).SingleOrDefaultAsync(e => e.Id == employerId, cancel);
        var order = ReadOrder(request, employerId, employer?.Country);
        call.MustReach(order.Reach with { Agencies = order.AgencyId is { } own ? [own] : [] }, "agency_id");    // in no other agency's name
        if (employer is null)
            throw Refuse.NotFound(Problems.EmployerNotFound());

        var agency = order.AgencyId is { } agencyId ? await FindAgency(agencyId, cancel) : null;
        var further = new List<Agency>();
        foreach (var id in order.FurtherAgencies)
            further.Add(await FindAgency(id, cancel));
        var corridor = reference.Corridors.Find(order.Origin, order.Country, order.Channel);
        var today = clock.TodayIn(order.Origin);
        Refuse.IfAny(JobOrderRules.ToRegister(order, corridor, agency, further, employer, today));

        db.JobOrders.Add(order);
        db.Publish(Registered(order));
        return await db.Commit(new Proto.RegisterJobOrderResponse { JobOrderId = order.Id.ToString(), Status = order.Status.ToProto(), Checks = { Checks(order, employer, today) } }, cancel);
    }

    /// <summary>What the order promises beside the dated minimum of the province, and whether the employer is accredited.</summary>
    IEnumerable<Gms.Type.V1.Check> Checks(JobOrder order, Employer employer, DateOnly today) =>
    [
        .. StandardRules.OfJob(reference.Standards, order.Country, employer.Subdivision, new(order.Wage, order.WagePeriod, order.HoursPerWeek, order.DaysPerWeek), today).Checks,
        .. EmployerRules.Accreditation(employer, today) is { } accreditation ? [accreditation] : Array.Empty<Gms.Type.V1.Check>(),
    ];

    JobOrder ReadOrder(Proto.RegisterJobOrderRequest request, Guid employerId, string? country)
    {
        var places = Read.Number(request.Places, "places", 1, 100_000);
        var wage = Read.Money(request.Wage, "wage");
        var deduction = Read.OptionalMoney(request.MonthlyDeduction, "monthly_deduction");
        if (deduction is not null && deduction.Currency != wage.Currency)
            throw Refuse.NotNow(Problems.JobOrderDeductionCurrency());
        return new()
        {
            Id = Read.OptionalId(request.JobOrderId, "job_order_id") ?? Guid.CreateVersion7(),
            EmployerId = employerId,
            AgencyId = Read.OptionalId(request.AgencyId, "agency_id"),
            FurtherAgencies = ReadFurther(request),
            Origin = Read.Country(request.Origin, "origin"),
            Country = country ?? "",
            Channel = Read.Code(request.Channel, "channel", reference.Corridors.Channels),
            Occupation = Read.Code(request.Occupation, "occupation", reference.Occupations.Codes),
            Places = places,
            PlacesLeft = places,
            Wage = wage,
            WagePeriod = Read.Value<Proto.WagePeriod, WagePeriod>(request.WagePeriod, "wage_period"),
            HoursPerWeek = Read.Number(request.HoursPerWeek, "hours_per_week", 1, 112),
            DaysPerWeek = request.DaysPerWeek == 0 ? null : Read.Number(request.DaysPerWeek, "days_per_week", 1, 7),
            Housing = request.Housing == Proto.Housing.Unspecified ? null : Read.Value<Proto.Housing, Housing>(request.Housing, "housing"),
            MonthlyDeductionMinor = deduction?.Minor,
            OpenUntil = Read.Day(request.OpenUntil, "open_until"),
            RegisteredAt = clock.GetUtcNow(),
        };
    }

    static Guid[] ReadFurther(Proto.RegisterJobOrderRequest request)
    {
        Read.Entries(request.FurtherAgencyIds.Count, "further_agency_ids", 0, MostFurther);
        return [.. request.FurtherAgencyIds.Select((a, i) => Read.Id(a, $"further_agency_ids[{i}]")).Distinct()];
    }

    async Task<Agency> FindAgency(Guid id, CancellationToken cancel) =>
        await db.Agencies.AsNoTracking().Include(a => a.Licences).ThenInclude(l => l.Suspensions).SingleOrDefaultAsync(a => a.Id == id, cancel)
            ?? throw Refuse.NotFound(Problems.AgencyNotFound());

    JobOrderRegistered Registered(JobOrder order) => new()
    {
        EventId = Guid.CreateVersion7(),
        OccurredAt = clock.GetUtcNow(),
        SubjectId = order.Id.ToString(),
        SubjectVersion = order.Version,
        JobOrderId = order.Id,
        Country = order.Country,
        EmployerId = order.EmployerId,
        AgencyId = order.AgencyId,
        Origin = order.Origin,
        Channel = order.Channel,
        Occupation = order.Occupation,
        Places = order.Places,
    };
}
