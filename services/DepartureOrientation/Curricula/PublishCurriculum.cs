using Gms.Events.DepartureOrientation;
using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Curricula;

partial class CurriculaService
{
    public override async Task<Proto.PublishCurriculumResponse> PublishCurriculum(Proto.PublishCurriculumRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var country = Read.Country(request.Country, "country");
        call.MustReach(Reach.Country(country), "country");
        var code = Read.Text(request.Code, "code", 40);
        var latest = await db.Curricula.Where(c => c.Country == country && c.Code == code).MaxAsync(c => (int?)c.Edition, cancel) ?? 0;
        var edition = Edition(request, country, code, latest + 1);
        var known = await Known(edition, cancel);
        var programme = edition.Programme is { } id ? programmes[id] : null;
        var least = CurriculumRules.LeastOf(programme, edition.Origin, edition.Destination, programmes.TrainingDay);

        Refuse.IfAny(CurriculumRules.ToPublish(edition, known, programme, least, await Bases(edition, cancel)));

        db.Add(Sharing(edition, known));
        db.Publish(Published(edition));
        return await db.Commit(new Proto.PublishCurriculumResponse
        {
            CurriculumId = edition.Id.ToString(),
            Edition = edition.Edition,
            Checks = { CurriculumRules.Checks(edition, programme, least) },
        }, cancel);
    }

    Curriculum Edition(Proto.PublishCurriculumRequest request, string country, string code, int number)
    {
        Read.Entries(request.Modules.Count, "modules", 1, 60);
        var modules = request.Modules.Select((module, i) => ReadModule(module, country, $"modules[{i}]")).ToList();
        return new()
        {
            Country = country,
            Code = code,
            Edition = number,
            Title = Read.Text(request.Title, "title"),
            Stage = Read.Value<Proto.Stage, Stage>(request.Stage, "stage"),
            Origin = request.Origin.Length == 0 ? null : Read.Country(request.Origin, "origin"),
            Destination = request.Destination.Length == 0 ? null : Read.Country(request.Destination, "destination"),
            Programme = request.Programme.Length == 0 ? null : Read.Code(request.Programme, "programme", programmes.Ids),
            Sectors = [.. request.Sectors.Take(Read.Entries(request.Sectors.Count, "sectors", 0, 30)).Select((sector, i) => Read.Code(sector, $"sectors[{i}]", programmes.Sectors)).Distinct()],
            AddsTo = Read.OptionalText(request.AddsTo, "adds_to", 40),
            MinimumShare = Read.Number(request.MinimumShare, "minimum_share", 50, 100),
            CertificateDays = Read.Number(request.CertificateDays, "certificate_days", 0, 3660),
            TotalMinutes = modules.Sum(m => m.Minutes),
            Languages = [.. modules.Select(m => m.Languages.AsEnumerable()).Aggregate((all, next) => all.Intersect(next))],
            PublishedOn = clock.TodayIn(country),
            Modules = [.. modules.Select((module, i) => new CurriculumModule { Position = i + 1, Module = module })],
        };
    }

    Module ReadModule(Proto.Module module, string country, string field) => new()
    {
        Country = country,
        Code = Read.Text(module.Code, $"{field}.code", 40),
        Version = Read.Number(module.Version, $"{field}.version", 1, 9999),
        WorkingTitle = Read.Text(module.WorkingTitle, $"{field}.working_title"),
        OfficialTitle = module.OfficialTitle,
        Minutes = Read.Number(module.Minutes, $"{field}.minutes", 5, 2400),
        Stage = Read.Value<Proto.Stage, Stage>(module.Stage, $"{field}.stage"),
        Languages = Languages.ReadAll(module.Languages, $"{field}.languages"),
        RightsBased = module.RightsBased,
        GenderResponsive = module.GenderResponsive,
        Topics = [.. module.Topics.Select((topic, i) => Read.Code(topic, $"{field}.topics[{i}]", programmes.Topics)).Distinct()],
    };

    async Task<Dictionary<(string, int), Module>> Known(Curriculum edition, CancellationToken cancel)
    {
        var codes = edition.Modules.Select(m => m.Module.Code).ToArray();
        return await db.Modules.Where(m => m.Country == edition.Country && codes.Contains(m.Code)).ToDictionaryAsync(m => (m.Code, m.Version), cancel);
    }

    async Task<string[]> Bases(Curriculum edition, CancellationToken cancel) => edition.AddsTo is null
        ? []
        : await db.Curricula.Where(c => c.Country == edition.Country && c.Stage == edition.Stage && c.AddsTo == null).Select(c => c.Code).Distinct().ToArrayAsync(cancel);

    /// <summary>The edition over the module versions that are there already, so that each is one row.</summary>
    static Curriculum Sharing(Curriculum edition, Dictionary<(string, int), Module> known)
    {
        for (var i = 0; i < edition.Modules.Count; i++)
            if (known.TryGetValue((edition.Modules[i].Module.Code, edition.Modules[i].Module.Version), out var there))
                edition.Modules[i] = new() { Position = i + 1, Module = there };
        return edition;
    }

    CurriculumPublished Published(Curriculum edition) => new()
    {
        EventId = Guid.CreateVersion7(),
        OccurredAt = clock.GetUtcNow(),
        SubjectId = edition.Id.ToString(),
        SubjectVersion = 1,
        CurriculumId = edition.Id,
        Country = edition.Country,
        Code = edition.Code,
        Edition = edition.Edition,
        Stage = edition.Stage.ToString(),
    };
}
