using Gms.Platform;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Curricula;

/// <summary>How curricula are shown.</summary>
static class CurriculumProto
{
    public static Proto.Stage ToProto(this Stage stage) => stage switch
    {
        Stage.PreDecision => Proto.Stage.PreDecision,
        Stage.PreDeparture => Proto.Stage.PreDeparture,
        Stage.PostArrival => Proto.Stage.PostArrival,
        Stage.Return => Proto.Stage.Return,
        Stage.TrainingOfTrainers => Proto.Stage.TrainingOfTrainers,
    };

    public static Proto.Curriculum ToProto(this Curriculum curriculum) => new()
    {
        CurriculumId = curriculum.Id.ToString(),
        Country = curriculum.Country,
        Code = curriculum.Code,
        Edition = curriculum.Edition,
        Title = curriculum.Title,
        Stage = curriculum.Stage.ToProto(),
        Origin = curriculum.Origin ?? "",
        Destination = curriculum.Destination ?? "",
        Programme = curriculum.Programme ?? "",
        MinimumShare = curriculum.MinimumShare,
        CertificateDays = curriculum.CertificateDays,
        TotalMinutes = curriculum.TotalMinutes,
        Languages = { curriculum.Languages },
        PublishedOn = curriculum.PublishedOn.ToProto(),
        Modules = { curriculum.Modules.OrderBy(m => m.Position).Select(m => m.Module.ToProto()) },
        Sectors = { curriculum.Sectors },
        AddsTo = curriculum.AddsTo ?? "",
    };

    static Proto.Module ToProto(this Module module) => new()
    {
        Code = module.Code,
        Version = module.Version,
        WorkingTitle = module.WorkingTitle,
        OfficialTitle = module.OfficialTitle,
        Minutes = module.Minutes,
        Stage = module.Stage.ToProto(),
        Languages = { module.Languages },
        RightsBased = module.RightsBased,
        GenderResponsive = module.GenderResponsive,
        Topics = { module.Topics },
        WithdrawnFrom = module.WithdrawnFrom?.ToProto(),
    };
}
