using Gms.DepartureOrientation.V1;
using Gms.Type.V1;

namespace Gms.Local.Demo;

/// <summary>
/// What a training manager in Cambodia begins with: an accredited centre, a curriculum for those who leave for Thailand and a trainer, so that a session can be planned at once. Placeholders
/// throughout: no institution, curriculum or trainer of that name was looked for.
/// </summary>
sealed class CambodianTrainingCentre(Offices offices)
{
    /// <summary>One day is what the programme KH-PDO states for this corridor; a day of eight hours is a working choice.</summary>
    const int Minutes = 480;

    static readonly Date From = new() { Year = 2023, Month = 1, Day = 9 };

    static readonly Date Until = new() { Year = 2029, Month = 12, Day = 31 };

    public async Task Load(CancellationToken cancel)
    {
        var ministry = new Institutions.InstitutionsClient(offices.To("DepartureOrientation", Account.Ministry("KH"), "orientation", clock: DemonstrationData.Start));
        var centre = (await ministry.RegisterInstitutionAsync(new() { RequestId = Request("register centre"), Country = "KH", Name = "Training centre 1 (placeholder)", Kind = InstitutionKind.SkillsCentre }, cancellationToken: cancel)).InstitutionId;
        await ministry.AccreditInstitutionAsync(new() { RequestId = Request("accredit centre"), InstitutionId = centre, StartsOn = From, EndsOn = Until, Reference = "DEMO-ACC-CENTRE-KH-1" }, cancellationToken: cancel);

        var manager = offices.To("DepartureOrientation", Account.Training("KH"), "orientation", clock: DemonstrationData.Start);
        var curriculum = (await new Curricula.CurriculaClient(manager).PublishCurriculumAsync(new()
        {
            RequestId = Request("publish curriculum"),
            Country = "KH",
            Code = "DEMO-PDO-KH-TH",
            Title = "Pre-departure orientation for Thailand (demonstration)",
            Stage = Stage.PreDeparture,
            Origin = "KH",
            Destination = "TH",
            Programme = "KH-PDO",
            MinimumShare = 80,
            CertificateDays = 365,
            Modules = { new Module { Code = "DEMO-KH-1", Version = 1, WorkingTitle = "Contract, accidents and where to complain (placeholder)", Minutes = Minutes, Stage = Stage.PreDeparture, Languages = { "km" }, RightsBased = true, Topics = { "CT07" } } },
        }, cancellationToken: cancel)).CurriculumId;
        await new Trainers.TrainersClient(manager).CertifyTrainerAsync(new()
        {
            RequestId = Request("certify trainer"),
            Country = "KH",
            Account = "demonstration-trainer-kh",
            DisplayName = "Trainer of the centre (placeholder)",
            Level = TrainerLevel.Trainer,
            Languages = { "km" },
            ValidFrom = From,
            ValidUntil = Until,
            Evidence = "DEMO-TRAINER-KH-1",
            CurriculumIds = { curriculum },
        }, cancellationToken: cancel);
    }

    static string Request(string name) => Journey.IdOf("request Cambodian training centre " + name);
}
