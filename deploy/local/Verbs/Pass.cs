using System.Globalization;
using System.Security.Cryptography;
using Gms.Credentials;
using Gms.Registry.V1;
using Grpc.Net.Client;

namespace Gms.Local.Verbs;

/// <summary>
/// <c>pass lists FOLDER</c> takes along what a check needs; <c>pass verify FILE</c> checks a pass, a certificate of orientation, a statement of insurance periods or a signed answer on coverage, with that alone, on a machine that runs nothing and has no network.
/// The folder may be copied on any medium: whatever is in it is signed, and the anchor is compared once.
/// </summary>
public static class Pass
{
    const string Anchor = "anchor.pem", Trust = "trust-list.cwt", Status = "*.status.cwt";

    public static async Task<int> Lists(LocalSystem system, DirectoryInfo folder, CancellationToken cancel)
    {
        if (!await system["Registry"].IsHealthy(cancel))
            throw new CannotGoOnException("The registry is not running. Start it first: ./registry up --detach");
        using var channel = GrpcChannel.ForAddress(system["Registry"].Grpc!);
        var passes = new Passes.PassesClient(channel);
        var keys = await passes.ListPassKeysAsync(new(), cancellationToken: cancel);
        var lists = await passes.ListStatusListsAsync(new(), cancellationToken: cancel);

        folder.Create();
        foreach (var old in folder.EnumerateFiles(Status))
            old.Delete();
        var point = keys.Anchor.ToByteArray();
        using var anchor = new PublicKey(point[1..33], point[33..]).ToECDsa();
        await Write(folder, Anchor, System.Text.Encoding.ASCII.GetBytes(anchor.ExportSubjectPublicKeyInfoPem() + "\n"), cancel);
        await Write(folder, Trust, keys.TrustList.ToByteArray(), cancel);
        foreach (var list in lists.StatusLists)
            await Write(folder, $"{list.Uri.Replace(':', '-')}{Status[1..]}", list.Token.ToByteArray(), cancel);
        Console.WriteLine($"{keys.Keys.Count} keys and {lists.StatusLists.Count} status lists in {folder.FullName}. Good until {Time(lists.StatusLists.Select(l => l.ExpiresAt).Append(keys.ExpiresAt).Min()!.ToDateTimeOffset())}.");
        string[] without = [.. keys.Keys.Select(k => k.Country).Except(lists.StatusLists.Select(l => l.Country)).Distinct().Order(StringComparer.Ordinal)];
        if (without.Length > 0)
            Console.WriteLine($"No status list of {string.Join(", ", without)}: no pass of theirs was issued yet.");
        await OfCertificates(system, folder, cancel);
        return 0;
    }

    /// <summary>Which certificates of orientation were revoked. Without the service passes are checked all the same, and certificates are of unknown status.</summary>
    static async Task OfCertificates(LocalSystem system, DirectoryInfo folder, CancellationToken cancel)
    {
        if (!await system["DepartureOrientation"].IsHealthy(cancel))
        {
            Console.WriteLine("DepartureOrientation does not answer: no status lists of certificates.");
            return;
        }
        using var channel = GrpcChannel.ForAddress(system["DepartureOrientation"].Grpc!);
        var lists = await new Gms.DepartureOrientation.V1.Certificates.CertificatesClient(channel).ListCertificateStatusAsync(new(), cancellationToken: cancel);
        foreach (var list in lists.StatusLists)
            await Write(folder, $"{list.Uri.Replace(':', '-')}{Status[1..]}", list.Token.ToByteArray(), cancel);
        Console.WriteLine($"{lists.StatusLists.Count} status list{(lists.StatusLists.Count == 1 ? "" : "s")} of certificates.");
    }

    /// <param name="path">The file with the text; - for standard input.</param>
    /// <param name="lists">The folder that was taken along.</param>
    /// <param name="worker">The number of the worker who shows a certificate; null when it is compared by eye.</param>
    /// <param name="cancel">Ends the reading.</param>
    /// <returns>0 for what is valid, 1 for anything else.</returns>
    public static async Task<int> Verify(string path, DirectoryInfo lists, string? worker, CancellationToken cancel)
    {
        if (path == "-")
            return await VerifyText(await Console.In.ReadToEndAsync(cancel), lists, worker, cancel);
        if (!File.Exists(path))
            throw new CannotGoOnException($"There is no file {Path.GetFullPath(path)}.");
        return await VerifyText(await File.ReadAllTextAsync(path, cancel), lists, worker, cancel);
    }

    public static Task<int> Verify(FileInfo file, DirectoryInfo lists, CancellationToken cancel) => Verify(file.FullName, lists, null, cancel);

    static async Task<int> VerifyText(string text, DirectoryInfo lists, string? worker, CancellationToken cancel)
    {
        if (!File.Exists(Path.Combine(lists.FullName, Trust)))
            throw new CannotGoOnException($"There are no lists in {lists.FullName}. Take them along first: ./registry pass lists FOLDER");
        if (text.TrimStart().StartsWith('{'))
            throw new CannotGoOnException("The file holds a call's whole answer. Put only the value of its field text into the file: as it stands between the quotation marks.");
        var trust = await Trusted(lists, cancel);
        if (text.TrimStart().StartsWith(StatementText.Prefix, StringComparison.Ordinal))
            return Say(StatementCheck.Check(text, trust, DateTimeOffset.UtcNow));
        if (text.TrimStart().StartsWith(CoverageAnswer.Prefix, StringComparison.Ordinal))
            return Say(CoverageAnswer.Check(text, trust, DateTimeOffset.UtcNow));
        if (text.TrimStart().StartsWith(OrientationCertificate.Prefix, StringComparison.Ordinal))
            return Say(new CertificateCheck(trust, [.. lists.EnumerateFiles(Status).Select(f => File.ReadAllBytes(f.FullName))]).Check(text, DateTimeOffset.UtcNow, worker?.Trim().ToUpperInvariant()));
        var verdict = new PassCheck(trust, [.. lists.EnumerateFiles(Status).Select(f => File.ReadAllBytes(f.FullName))]).Check(text, DateTimeOffset.UtcNow);
        Say(verdict);
        return verdict.Fault is null ? 0 : 1;
    }

    static async Task<TrustList> Trusted(DirectoryInfo folder, CancellationToken cancel)
    {
        using var anchor = ECDsa.Create();
        anchor.ImportFromPem(await File.ReadAllTextAsync(Path.Combine(folder.FullName, Anchor), cancel));
        try
        {
            return TrustList.Read(await File.ReadAllBytesAsync(Path.Combine(folder.FullName, Trust), cancel), PublicKey.Of(anchor));
        }
        catch (CredentialException)
        {
            throw new CannotGoOnException($"The trust list in {folder.FullName} was not signed with the key in {Anchor}: do not rely on it.");
        }
    }

    static void Say(PassVerdict verdict)
    {
        var text = PassWords.Of(verdict.Fault);
        Console.WriteLine($"{text.Word}{(verdict.AsOf is { } asOf ? $" as of {Time(asOf)}" : "")} ({verdict.Code})");
        Console.WriteLine($"{text.Sentence} {text.WhatToDo}");
        if (verdict.Pass is not { } pass)
            return;
        Line("name", pass.MaskedName);
        Line("born", pass.BirthYear?.ToString(CultureInfo.InvariantCulture));
        Line("sex", pass.Sex);
        Line("document", pass.DocumentKind is null ? null : $"{pass.DocumentKind} …{pass.DocumentEnd}");
        Line("worker number", pass.WorkerNumber);
        Line("way", $"{pass.Origin} – {pass.Destination}, {pass.Channel}");
        Line("checkpoint", pass.Checkpoint);
        Line("employer", pass.Employer);
        Line("contract", pass.ContractHash is { } hash ? Convert.ToHexStringLower(hash) : null);
        Line("insurance", pass.Coverage.ToString());
        Line("orientation", pass.Orientation.ToString());
        Line("valid", $"{Time(pass.NotBefore)} – {Time(pass.ExpiresAt)}");
    }

    /// <summary>A certificate of orientation (docs/passes.md).</summary>
    static int Say(CertificateVerdict verdict)
    {
        var text = CertificateWords.Of(verdict);
        Console.WriteLine($"{text.Word}{(verdict.AsOf is { } asOf ? $" as of {Time(asOf)}" : "")} ({verdict.Code})");
        Console.WriteLine($"{text.Sentence} {text.WhatToDo}");
        if (verdict.Certificate is not { } certificate)
            return 1;
        Line("worker number", certificate.WorkerNumber);
        Line("orientation", $"{certificate.Stage}, {certificate.Curriculum}{(certificate.Programme is { } programme ? $" for {programme}" : "")}");
        Line("way", $"{certificate.Origin ?? "any"} – {certificate.Destination ?? "any"}");
        Line("language", certificate.Language);
        Line("minutes", certificate.Minutes.ToString(CultureInfo.InvariantCulture));
        Line("issued", $"{certificate.Country}, {certificate.IssuedOn:yyyy-MM-dd}");
        Line("valid until", certificate.ExpiresAt is { } expires ? Time(expires) : "no end");
        return verdict.Holds ? 0 : 1;
    }

    /// <summary>A statement of insurance periods (docs/portability.md): the same lists, of which it needs the keys only.</summary>
    static int Say(StatementVerdict verdict)
    {
        Console.WriteLine(verdict.Code);
        if (verdict.Statement is not { } statement)
            return 1;
        Line("worker number", statement.WorkerNumber);
        Line("born", statement.BirthYear?.ToString(CultureInfo.InvariantCulture));
        Line("issued", $"{statement.Country}, {Time(statement.IssuedAt)}");
        foreach (var period in statement.Periods)
            Line(period.Scheme, $"{Month(period.First)} – {Month(period.Last)}");
        if (statement.Posting is { } posting)
            Line("posted", $"{posting.Host}, {posting.From:yyyy-MM-dd} – {posting.To:yyyy-MM-dd}, {posting.Agreement ?? "no agreement"}");
        return 0;
        static string Month(int month) => $"{month / 12}-{(month % 12) + 1:00}";
    }

    /// <summary>A signed answer to another country's office (docs/portability.md).</summary>
    static int Say((CredentialFault? Fault, CoverageAnswer? Answer) check)
    {
        Console.WriteLine(new StatementVerdict(check.Fault).Code);
        if (check.Answer is not { } answer)
            return 1;
        Line("worker number", answer.WorkerNumber);
        Line("answered", $"{answer.Country}, {Time(answer.IssuedAt)}");
        Line("on", $"{answer.Day:yyyy-MM-dd}");
        if (answer.InSchemes.Count == 0)
            Line("insured", "in no scheme");
        foreach (var scheme in answer.InSchemes)
            Line(scheme.Scheme, $"{(scheme.Insured ? "insured" : "not insured")}, {scheme.From:yyyy-MM-dd} – {(scheme.To is { } to ? $"{to:yyyy-MM-dd}" : "")}, {scheme.Months} months");
        return 0;
    }

    static void Line(string name, string? value)
    {
        if (value is not null)
            Console.WriteLine($"  {name,-14} {value}");
    }

    static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + " UTC";

    static Task Write(DirectoryInfo folder, string name, byte[] bytes, CancellationToken cancel) => File.WriteAllBytesAsync(Path.Combine(folder.FullName, name), bytes, cancel);
}
