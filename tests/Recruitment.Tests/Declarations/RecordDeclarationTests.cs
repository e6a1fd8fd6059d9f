using Gms.Platform;
using Gms.Testing;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Gms.Recruitment.Tests.Declarations;

public sealed class RecordDeclarationTests(RecruitmentHost host) : IClassFixture<RecruitmentHost>
{
    [Fact]
    public async Task The_worker_and_those_who_stand_by_the_worker_declare_the_agency_cannot()
    {
        var (agency, worker, contract) = await host.Contract();

        Assert.NotEmpty((await host.Declarations(Who.TheWorker(worker), "own-record").RecordDeclarationAsync(Ask.Declaration(contract))).DeclarationId);
        Assert.NotEmpty((await host.Declarations(Who.Is(Role.CivilSocietyOfficer, "LA")).RecordDeclarationAsync(Ask.Declaration(contract))).DeclarationId);
        Assert.Equal(["PERMISSION_MISSING"], await Refused.Codes(StatusCode.PermissionDenied, () => host.Declarations(Who.AgencyOfficer(agency, "LA")).RecordDeclarationAsync(Ask.Declaration(contract))));
        Assert.Equal(["CONTRACT_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => host.Declarations(Who.TheWorker(WorkerNumber.New("LA")), "own-record").RecordDeclarationAsync(Ask.Declaration(contract))));
    }

    [Fact]
    public async Task A_question_that_was_not_asked_stays_open()
    {
        var (_, worker, contract) = await host.Contract();
        var request = Ask.Declaration(contract);
        request.ClearFreeToLeave();
        request.OwesRecruiter = false;

        var id = Guid.Parse((await host.Declarations(Who.TheWorker(worker), "own-record").RecordDeclarationAsync(request)).DeclarationId);

        var kept = await host.Db(db => db.Declarations.SingleAsync(d => d.Id == id));
        Assert.Equal((null, false, true), (kept.FreeToLeave, kept.OwesRecruiter, kept.HoldsOwnPapers));
    }

    [Fact]
    public async Task What_will_be_declared_tomorrow_is_not_recorded_today()
    {
        var (_, worker, contract) = await host.Contract();
        var request = Ask.Declaration(contract);
        request.DeclaredOn = Ask.Day(2026, 11, 23);

        Assert.Equal(["DECLARATION_IN_FUTURE"], await Refused.Codes(StatusCode.FailedPrecondition, () => host.Declarations(Who.TheWorker(worker), "own-record").RecordDeclarationAsync(request)));
    }
}
