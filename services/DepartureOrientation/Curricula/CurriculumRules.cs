using Gms.Platform;
using Types = Gms.Type.V1;

namespace Gms.DepartureOrientation.Curricula;

/// <summary>What must hold for a curriculum to be published, and what it is advised to have. Pure.</summary>
static class CurriculumRules
{
    /// <summary>What refuses the publication.</summary>
    /// <param name="edition">The edition as it would be.</param>
    /// <param name="known">Module versions published before, by code and version.</param>
    /// <param name="programme">The programme the edition names; null when it names none.</param>
    /// <param name="least">What that programme asks for; null when it states no length for this corridor.</param>
    /// <param name="bases">Codes of the country's curricula of the same stage.</param>
    public static IEnumerable<Problem> ToPublish(Curriculum edition, IReadOnlyDictionary<(string Code, int Version), Module> known, Programme? programme, Minimum? least, IReadOnlyCollection<string>? bases = null)
    {
        for (var i = 0; i < edition.Modules.Count; i++)
        {
            var module = edition.Modules[i].Module;
            if (edition.Modules.Take(i).Any(m => m.Module.Code == module.Code))
                yield return Problems.CurriculumModuleTwice(i);
            if (edition.Stage != Stage.TrainingOfTrainers && module.Stage != edition.Stage)
                yield return Problems.CurriculumModuleStage(i);

            // A certificate says which version was taught, so a version must mean one content for ever.
            if (known.TryGetValue((module.Code, module.Version), out var earlier) && !earlier.SaysTheSameAs(module))
                yield return Problems.ModuleVersionDiffers(i);
            else if (earlier?.WithdrawnFrom <= edition.PublishedOn)
                yield return Problems.CurriculumModuleWithdrawn(i);
        }

        if (edition.Languages.Length == 0)
            yield return Problems.CurriculumNoCommonLanguage();

        if (edition.AddsTo is { } to)
        {
            if (to == edition.Code || bases?.Contains(to) != true)
                yield return Problems.CurriculumBaseUnknown();
            if (edition.Destination is null && edition.Sectors.Length == 0)
                yield return Problems.CurriculumAddOnOfNothing();
        }

        foreach (var problem in OfProgramme(edition, programme))
            yield return problem;

        // An add-on is taught with its base, which has the length.
        if (edition.AddsTo is null && least is { Confidence: not Types.Confidence.Low } sure && edition.TotalMinutes < sure.Minutes)
            yield return Problems.CurriculumTooShort(sure.Minutes, sure.Source);
    }

    static IEnumerable<Problem> OfProgramme(Curriculum edition, Programme? programme)
    {
        if (programme is null)
        {
            if (edition.Stage is Stage.PreDeparture or Stage.PostArrival)
                yield return Problems.CurriculumProgrammeMissing();
            yield break;
        }
        if (!programme.IsOpenTo(edition.Country))
            yield return Problems.CurriculumProgrammeOtherCountry(programme.Id);
        if (!programme.Fits(edition.Stage))
            yield return Problems.CurriculumProgrammeOtherStage(programme.Id);
        if (!programme.InForce(edition.PublishedOn))
            yield return Problems.CurriculumProgrammeNotInForce(programme.Id);
    }

    /// <summary>The least length that a programme states for this corridor; null when it states none.</summary>
    public static Minimum? LeastOf(Programme? programme, string? origin, string? destination, Convention trainingDay)
    {
        if (programme?.Duration is not { } duration)
            return null;
        if (duration.Corridor is { } corridor && (destination is null ? !corridor.StartsWith(origin ?? programme.Country, StringComparison.Ordinal) : corridor != $"{origin ?? programme.Country}-{destination}"))
            return null;

        // No text says how long a training day is: a length stated in days is only as sure as our own figure.
        if (duration.Days is { } days)
            return new(days * trainingDay.Value, $"{programme.Source}; {trainingDay.Source}", trainingDay.Confidence);
        return duration.Hours is { } hours ? new(hours * 60, programme.Source, programme.Confidence) : null;
    }

    /// <summary>How the edition stands to what it is measured by. Nothing here refuses.</summary>
    public static IEnumerable<Types.Check> Checks(Curriculum edition, Programme? programme, Minimum? least)
    {
        if (programme is not null && edition.AddsTo is null)
            yield return LengthCheck(edition, programme, least);

        yield return Advice("CURRICULUM_RIGHTS_CONTENT", edition.Modules.Any(m => m.Module.RightsBased), "A module teaches rights and where to complain.", "No module is marked as teaching rights and where to complain.", "Add or mark one.");
        yield return Advice("CURRICULUM_GENDER_CONTENT", edition.Modules.Any(m => m.Module.GenderResponsive), "A module is gender-responsive.", "No module is marked as gender-responsive.", "Add or mark one.");
    }

    static Types.Check LengthCheck(Curriculum edition, Programme programme, Minimum? least) => least is null
        ? new() { Code = "CURRICULUM_LENGTH", Outcome = Types.Outcome.Unknown, Message = $"No least length is known for {programme.Id} on this corridor.", Source = programme.ToSource(programme.Source, programme.Confidence) }
        : new()
        {
            Code = "CURRICULUM_LENGTH",
            Outcome = edition.TotalMinutes >= least.Minutes ? Types.Outcome.Pass : Types.Outcome.Fail,
            Message = $"The curriculum takes {edition.TotalMinutes} minutes; {programme.Id} is counted as {least.Minutes}.",
            Remedy = edition.TotalMinutes >= least.Minutes ? "" : "Look at the programme's text and add minutes where it asks for them.",
            Source = programme.ToSource(least.Source, least.Confidence),
        };

    static Types.Check Advice(string code, bool pass, string passed, string failed, string remedy) => new()
    {
        Code = code,
        Outcome = pass ? Types.Outcome.Pass : Types.Outcome.Fail,
        Message = pass ? passed : failed,
        Remedy = pass ? "" : remedy,
        Source = new() { Rule = code, Text = "the registry's own advice; no law was read that asks for it", Confidence = Types.Confidence.Low },
    };
}

/// <summary>A least length, where it comes from and how sure it is.</summary>
sealed record Minimum(int Minutes, string Source, Types.Confidence Confidence);
