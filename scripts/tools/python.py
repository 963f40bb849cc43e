"""Runs the AWS CLI or boto3 once a line of standard input, each in a forked child with an environment of its own.

The imports are paid once. Nothing of the environment is read before the fork, apart from HOME, which the modules of botocore
read while they are imported: it is the same folder for every run.

A line is a JSON object {"env": {...}, "cwd": "..."}; the answer is one line {"status": 0, "output": "..."}.
"""

import json
import os
import signal
import sys
import tempfile


def boto3():
    import boto3 as sdk

    def run():
        session = sdk.Session()
        credentials = session.get_credentials()
        if credentials is not None:
            # As long as no client is there, a role that needs a region finds none but the job's own.
            credentials.get_frozen_credentials()
        # A region that only the last call would want is none of the search for credentials.
        region = session.region_name or 'us-east-1'
        client = session.client('sts', region_name=region)
        print(client.get_caller_identity()['Arn'])
        return 0

    return run


def aws_cli():
    from awscli.clidriver import create_clidriver, main

    def run():
        sys.argv = ['aws', 'sts', 'get-caller-identity', '--output', 'json']
        status = main()
        if status not in (0, None) and not os.environ.get('AWS_REGION', os.environ.get('AWS_DEFAULT_REGION')):
            # A region that only the last call would want is none of the search for credentials.
            found = create_clidriver().session.get_credentials()
            if found is not None:
                print('ACCESS KEY', found.get_frozen_credentials().access_key)
        return status

    return run


def once(run, request, output):
    os.dup2(output, 1)
    os.dup2(output, 2)
    os.close(0)
    os.open(os.devnull, os.O_RDONLY)
    data = os.environ.get('AWS_DATA_PATH')
    os.environ.clear()
    os.environ.update(request['env'])
    if data is not None:
        # While it is imported, the AWS CLI puts its own path in front of what is there.
        own = request['env'].get('AWS_DATA_PATH')
        os.environ['AWS_DATA_PATH'] = data if own is None else data + os.pathsep + own
    os.chdir(request['cwd'])
    signal.alarm(40)
    status = 1
    try:
        status = run() or 0
    except SystemExit as error:
        status = error.code if isinstance(error.code, int) else 1
    except BaseException as error:
        print(f'{type(error).__name__}: {error}')
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)


def serve(run):
    for line in sys.stdin:
        request = json.loads(line)
        with tempfile.TemporaryFile() as output:
            child = os.fork()
            if child == 0:
                once(run, request, output.fileno())
            status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
            output.seek(0)
            text = output.read().decode('utf-8', 'replace')
        print(json.dumps({'status': status, 'output': text[-2000:]}), flush=True)


serve({'boto3': boto3, 'aws-cli': aws_cli}[sys.argv[1]]())
