using Gms.DepartureOrientation.V1;
using Grpc.Core;

namespace Gms.Portal.TrainingCentre;

/// <summary>What was taught and by whom, by name: two calls for a page, however many certificates it shows.</summary>
sealed record Taught(string Title, string Institution)
{
    public static async Task<Taught> Of(CallInvoker to, CertificateFacts facts)
    {
        var curriculum = new Curricula.CurriculaClient(to).GetCurriculumAsync(new() { CurriculumId = facts.CurriculumId });
        var institution = await new Institutions.InstitutionsClient(to).GetInstitutionAsync(new() { InstitutionId = facts.InstitutionId });
        return new((await curriculum).Curriculum.Title, institution.Institution.Name);
    }
}
