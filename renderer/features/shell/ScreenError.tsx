// What stands in place of a screen that failed to open or does not exist.
import { Button, Collapse, Flex, Result } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useRouteError } from 'react-router';

export function ScreenError() {
  const { t } = useTranslation();
  const error = useRouteError();
  const technical = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return (
    <Result
      status="error"
      role="alert"
      title={<h1 className="result-title">{t('frame.state.errorTitle')}</h1>}
      extra={
        <Flex gap={8} justify="center">
          <Button
            type="primary"
            onClick={() => {
              location.reload();
            }}
          >
            {t('frame.retry')}
          </Button>
          <Button href="#/">{t('frame.state.toHome')}</Button>
        </Flex>
      }
    >
      <Collapse
        size="small"
        items={[
          { key: 'technical', label: t('frame.state.details'), children: <pre className="technical">{technical}</pre> },
        ]}
      />
    </Result>
  );
}

export function NotFound() {
  const { t } = useTranslation();
  return (
    <Result
      status="info"
      title={<h1 className="result-title">{t('frame.state.notFoundTitle')}</h1>}
      subTitle={t('frame.state.notFoundHint')}
      extra={<Link to="/">{t('frame.state.toHome')}</Link>}
    />
  );
}
