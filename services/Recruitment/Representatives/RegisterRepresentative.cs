using Gms.Platform;
using Gms.Recruitment.Agencies;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Representatives;

partial class RepresentativesService
{
    public override async Task<Proto.RegisterRepresentativeResponse> RegisterRepresentative(Proto.RegisterRepresentativeRequest request, ServerCallContext context)
    {
        var agency = await FindAgency(Read.Id(request.AgencyId, "agency_id"), a => Reach.Country(a.Country), context.CancellationToken);
        var one = ReadRepresentative(request, agency);
        var rule = reference.Licences.SubAgents(agency.Country, one.From);
        var withOthers = await WithOthers(one, context.CancellationToken);

        Refuse.IfAny(RepresentativeRules.ToRegister(one, rule, withOthers));

        db.Representatives.Add(one);
        db.Publish(Represented(one, agency));
        return await db.Commit(new Proto.RegisterRepresentativeResponse { RepresentativeId = one.Id.ToString(), Checks = { RepresentativeRules.Warnings(one, rule, withOthers) } }, context.CancellationToken);
    }

    Representative ReadRepresentative(Proto.RegisterRepresentativeRequest request, Agency agency)
    {
        var kind = Read.Value<Proto.RepresentativeKind, RepresentativeKind>(request.Kind, "kind");
        var from = Read.Day(request.From, "from");
        var country = Read.OptionalAnyCountry(request.Country, "country") ?? agency.Country;
        if (kind != RepresentativeKind.OfficeAbroad && country != agency.Country)
            throw Refuse.Invalid(Problems.RepresentativeAbroad());
        return new()
        {
            Id = Guid.CreateVersion7(),
            AgencyId = agency.Id,
            Country = country,
            Kind = kind,
            Name = Read.Text(request.Name, "name"),
            NameLatin = Read.OptionalText(request.NameLatin, "name_latin"),
            RegistrationNumber = Read.OptionalText(request.RegistrationNumber, "registration_number", 40),
            Subdivision = Read.OptionalText(request.Subdivision, "subdivision", 6),
            From = from,
            LastDay = Read.OptionalDay(request.LastDay, "last_day"),
            OneAgency = kind == RepresentativeKind.SubAgent && reference.Licences.SubAgents(agency.Country, from) is { OneAgency: true, Source.MayBlock: true },
            RegisteredAt = clock.GetUtcNow(),
        };
    }

    async Task<int> WithOthers(Representative one, CancellationToken cancel)
    {
        if (one.Kind != RepresentativeKind.SubAgent || one.RegistrationNumber is null)
            return 0;
        var end = one.LastDay ?? DateOnly.MaxValue;
        return await db.Representatives.Where(r => r.Kind == RepresentativeKind.SubAgent && r.Country == one.Country && r.RegistrationNumber == one.RegistrationNumber && r.AgencyId != one.AgencyId
            && r.From <= end && (r.LastDay == null || r.LastDay >= one.From)).Select(r => r.AgencyId).Distinct().CountAsync(cancel);
    }
}
