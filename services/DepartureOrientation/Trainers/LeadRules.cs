using Gms.DepartureOrientation.Curricula;
using Gms.Platform;

namespace Gms.DepartureOrientation.Trainers;

/// <summary>Who may lead what: on those days, at that level, in that language, for that stage and those versions. Pure.</summary>
static class LeadRules
{
    public static IEnumerable<Problem> ToLead(IEnumerable<Certification> certifications, Curriculum curriculum, string language, DateOnly first, DateOnly last)
    {
        var holding = certifications.Where(c => c.Holds(first) && c.Holds(last)).ToList();
        if (holding.Count == 0)
        {
            yield return Problems.SessionTrainerNotCertified();
            yield break;
        }
        if (curriculum.Stage == Stage.TrainingOfTrainers && !Keep(ref holding, c => c.Level == TrainerLevel.MasterTrainer))
            yield return Problems.SessionTrainerLevel();
        if (!Keep(ref holding, c => c.Languages.Contains(language)))
            yield return Problems.SessionTrainerLanguage(language);

        var covered = holding.SelectMany(c => c.Modules).Select(m => m.Module).ToList();
        if (curriculum.Stage != Stage.TrainingOfTrainers && covered.TrueForAll(m => m.Stage != curriculum.Stage))
            yield return Problems.SessionTrainerStage(curriculum.Stage.ToString());
        else if (Missing(curriculum, covered) is { Count: > 0 } missing)
            yield return Problems.SessionTrainerVersion(missing);
    }

    /// <summary>The certifications by which a session is led: each covers some of it, together they cover all. Empty when they do not.</summary>
    public static IReadOnlyList<Certification> LedBy(IEnumerable<Certification> certifications, Curriculum curriculum, string language, DateOnly first, DateOnly last)
    {
        var fit = certifications.Where(c => c.Holds(first) && c.Holds(last) && c.Languages.Contains(language)
            && (curriculum.Stage != Stage.TrainingOfTrainers || c.Level == TrainerLevel.MasterTrainer)).ToList();
        if (Missing(curriculum, [.. fit.SelectMany(c => c.Modules).Select(m => m.Module)]).Count > 0)
            return [];
        return [.. fit.Where(c => c.Modules.Any(covered => curriculum.Modules.Any(m => m.Module.IsSameVersion(covered.Module))))];
    }

    static List<string> Missing(Curriculum curriculum, List<Module> covered) =>
        [.. curriculum.Modules.Select(m => m.Module).Where(m => !covered.Exists(m.IsSameVersion)).Select(m => $"{m.Code} version {m.Version}")];

    /// <summary>Narrows to those that fit; where none does all stay, so that what else is wrong is told as well.</summary>
    static bool Keep(ref List<Certification> certifications, Func<Certification, bool> fits)
    {
        var some = certifications.Where(fits).ToList();
        if (some.Count == 0)
            return false;
        certifications = some;
        return true;
    }
}
